import { Prisma } from "~/db/generated/client";
import { asColumn } from "~/domain/kernel/calendar";
import type { Ctx } from "~/domain/kernel/context";
import { recordAudit, whereFor } from "~/domain/kernel/index.server";
import { readSettings } from "../organizations/index.server";
import type { RecordsSettings } from "../organizations/records-settings";

/** Reports (a child in a report each) and children that were forgotten. */
type ForgottenRecords = { reports: number; children: number };
type Due = { report_id: string; child_id: string };

/** A report by how it ended: a victim's in the federal sense is kept as long as the substantiated ones. */
const isVictim = Prisma.sql`r.disposition in ('substantiated', 'indicated', 'alternative_response_victim')`;

type Kept = RecordsSettings["kept"];

/** Condition on a report `r` that its days are over, the jurisdiction's or others; null where nothing ever is. */
async function dueReports(ctx: Ctx, kept?: Kept): Promise<Prisma.Sql | null> {
  const { settings, timeZone } = await readSettings(ctx);
  const { substantiated, unsubstantiated } = kept ?? settings.records.kept;
  if (substantiated === 0 && unsubstantiated === 0) return null;
  const today = asColumn(ctx.clock.today(timeZone));
  const days = Prisma.sql`case when ${isVictim} then ${substantiated}::int else ${unsubstantiated}::int end`;
  return Prisma.sql`r.jurisdiction_id = ${ctx.actor.jurisdictionId}::uuid and ${days} > 0
    and coalesce(r.disposition_date, r.report_date) < ${today}::date - ${days}`;
}

/** How many reports would be forgotten now, by the jurisdiction's days or by others. System, and the administrator who sets them. */
export async function countExpiredRecords(ctx: Ctx, input: { kept?: Kept } = {}): Promise<number> {
  whereFor(ctx, "count_expired", "MaltreatmentReport");
  const due = await dueReports(ctx, input.kept);
  if (!due) return 0;
  const [found] = await ctx.tx.$queryRaw<{ n: number }[]>`
    select count(*)::int as n from maltreatment_report r where ${due}`;
  return found?.n ?? 0;
}

/** Of these children, those of whom nothing stands any more but their own row; all that is theirs goes, links included. */
async function forgetChildren(ctx: Ctx, childIds: readonly string[]): Promise<string[]> {
  const { jurisdictionId } = ctx.actor;
  const of = (column: Prisma.Sql): Prisma.Sql =>
    Prisma.sql`jurisdiction_id = ${jurisdictionId}::uuid and ${column} = any(${gone}::text[])`;
  const found = await ctx.tx.$queryRaw<{ child_id: string }[]>`
    select child_id from unnest(${childIds}::text[]) as c(child_id) where not exists (
      select from maltreatment_report r where r.jurisdiction_id = ${jurisdictionId}::uuid and r.child_id = c.child_id)
    and not exists (select from removal m where m.jurisdiction_id = ${jurisdictionId}::uuid and m.child_id = c.child_id)`;
  const gone = found.map(({ child_id }) => child_id);
  if (gone.length === 0) return [];
  const child = Prisma.sql`child_id`;
  for (const table of ["agency_contact", "agency_case", "prevention_service_span", "agency_child"])
    await ctx.tx.$executeRaw`delete from ${Prisma.raw(table)} where ${of(child)}`;
  await ctx.tx
    .$executeRaw`delete from sibling_link where ${of(child)} or ${of(Prisma.sql`sibling_child_id`)}`;
  await ctx.tx
    .$executeRaw`delete from agency_extract_row where jurisdiction_id = ${jurisdictionId}::uuid and file <> 'reports'
    and (row ->> 'child_id' = any(${gone}::text[]) or row ->> 'sibling_child_id' = any(${gone}::text[]))`;
  return gone;
}

/**
 * Forgets, at most so many, the reports that the jurisdiction's settings keep no longer (a state's expunction): the report with
 * its sealed words, as it stands and as extracts gave it, and the children of whom nothing else is known, with what they were
 * linked by. Results of measures stay. The audit has counts alone. Fewer than `most` means that nothing is left. System alone.
 */
export async function forgetExpiredRecords(ctx: Ctx, input: { most: number }): Promise<ForgottenRecords> {
  whereFor(ctx, "forget", "MaltreatmentReport");
  const due = await dueReports(ctx);
  if (!due) return { reports: 0, children: 0 };
  const { jurisdictionId } = ctx.actor;
  const gone = await ctx.tx.$queryRaw<Due[]>`
    delete from maltreatment_report where id = any (array(
      select r.id from maltreatment_report r where ${due} order by r.report_date limit ${input.most}))
    returning report_id, child_id`;
  if (gone.length === 0) return { reports: 0, children: 0 };
  const [reports, ids] = [gone.map((one) => one.report_id), gone.map((one) => one.child_id)];
  await ctx.tx
    .$executeRaw`delete from agency_extract_row k using unnest(${reports}::text[], ${ids}::text[]) as d(report_id, child_id)
    where k.jurisdiction_id = ${jurisdictionId}::uuid and k.file = 'reports'
      and k.row ->> 'report_id' = d.report_id and k.row ->> 'child_id' = d.child_id`;
  // A report of several children keeps its words until the last of them.
  const unsaid = await ctx.tx.$queryRaw<{ report_id: string }[]>`
    select distinct report_id from unnest(${reports}::text[]) as d(report_id) where not exists (
      select from maltreatment_report r where r.jurisdiction_id = ${jurisdictionId}::uuid and r.report_id = d.report_id)`;
  await ctx.tx
    .$executeRaw`select protected.forget_report_secrets(${unsaid.map((one) => one.report_id)}::text[])`;
  const children = await forgetChildren(ctx, [...new Set(ids)]);
  await recordAudit(ctx, {
    ...{ event: "records.expired", entity: "Jurisdiction", entityId: jurisdictionId },
    reason: `reports: ${gone.length}; children: ${children.length}`,
  });
  return { reports: gone.length, children: children.length };
}
