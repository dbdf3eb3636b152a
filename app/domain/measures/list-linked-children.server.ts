import type { Ctx } from "~/domain/kernel/context";
import { whereFor } from "~/domain/kernel/index.server";
import { notSealed } from "../organizations/sealed-sql";
import type { ExpectedLinks } from "./expected-links";
import { countedReferral } from "./measure-extract-sources";
import { readExpectedLinks } from "./read-expected-links.server";
import { type CountedChildren, type LinkedTable, tabulateLinked } from "./linked-children";

export type LinkedChildren = {
  table: LinkedTable;
  /** The last run of the linker; null before the first. */
  lastRun: {
    at: Date;
    model: number | null;
    mayLink: boolean | null;
    status: string;
    /** Null where the run weighed nothing, or is of before expectations were kept. */
    expected: ExpectedLinks | null;
  } | null;
};

/** Surnames that so many children of both sides share are common. */
const COMMON = 10;

const standing = `case
  when l.rule like 'exact%' then 'exact' when l.rule like 'scored%' then 'scored' when l.rule is not null then 'reviewed'
  when h.record_linkage_refused_at is not null then 'family_said_no'
  when exists (select from link_candidate c where c.person_id = p.id and c.state = 'open') then 'waiting'
  when p.last_name is null or p.birth_date is null then 'too_little_said'
  else 'not_found' end`;
const age = `case
  when a.years is null then 'unknown' when a.years < 1 then '0' when a.years < 6 then '1-5'
  when a.years < 12 then '6-11' else '12-17' end`;
const missing = `case
  when p.last_name is null and p.birth_date is null then 'last_name_and_birth_date'
  when p.last_name is null then 'last_name' when p.birth_date is null then 'birth_date' else 'nothing' end`;
const name = `case
  when p.last_name is null then 'unknown' when p.last_name ~ '[- ]' then 'two_parts'
  when p.last_name ~ '[^[:ascii:]]' then 'other_letters'
  when (select n from surname s where s.name = lower(p.last_name)) >= ${COMMON} then 'common' else 'rare' end`;
const moved = `case
  when c.postcode is null or h.postal_code is null then 'unknown'
  when left(c.postcode, 5) = left(h.postal_code, 5) then 'same_zip' else 'other_zip' end`;

/** Children of families whose referral counts; nobody whom a sealed organization named (domain.md 5). */
const children = `person p join household h on h.id = p.household_id
  left join person_link l on l.person_id = p.id
  left join lateral (select coalesce(k.postcode, k.zip_or_tract) as postcode from agency_child k where k.id = l.agency_child_id) c on true
  cross join lateral (select coalesce(date_part('year', age(p.birth_date)),
    floor((p.age_months + date_part('day', now() - p.age_recorded_at) / 30.4) / 12)) as years) a
  where p.jurisdiction_id = app_jurisdiction() and p.kind = 'child' and p.superseded_by_id is null
    and ${notSealed("p.named_by_organization_id")}
    and exists (select from service_referral r where r.household_id = p.household_id and ${countedReferral})`;

/**
 * How many children of referred families were found in the agency's records, by what, and how many were not and why, by
 * group, small numbers hidden. A child that was not found is never counted as one to whom nothing happened.
 */
export async function listLinkedChildren(ctx: Ctx): Promise<LinkedChildren> {
  whereFor(ctx, "read", "MeasureRun");
  const rows = await ctx.tx.$queryRawUnsafe<CountedChildren[]>(
    `with surname as (select lower(last_name) as name, count(*) as n from (
         select last_name from person where jurisdiction_id = app_jurisdiction() union all
         select last_name from agency_child where jurisdiction_id = app_jurisdiction()) as named group by 1)
     select standing, age, missing, name, moved, count(*)::int as children from (
       select ${standing} as standing, ${age} as age, ${missing} as missing, ${name} as name, ${moved} as moved from ${children}
     ) as counted group by 1, 2, 3, 4, 5`,
  );
  const run = await ctx.tx.linkRun.findFirst({
    where: { jurisdictionId: ctx.actor.jurisdictionId, inputs: { not: {} }, status: { not: "failed" } },
    orderBy: [{ startedAt: "desc" }, { id: "desc" }],
  });
  const model =
    run?.modelId == null
      ? null
      : await ctx.tx.linkModel.findUnique({ where: { id: run.modelId }, select: { version: true } });
  const mayLink = (run?.thresholds as { mayLink?: boolean } | undefined)?.mayLink ?? null;
  return {
    table: tabulateLinked(rows),
    lastRun: run && {
      at: run.finishedAt ?? run.startedAt,
      model: model?.version ?? null,
      mayLink,
      status: run.status,
      expected: await readExpectedLinks(ctx, run.thresholds),
    },
  };
}
