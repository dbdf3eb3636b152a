import { Prisma } from "~/db/generated/client";
import type { Ctx } from "../../kernel/context";
import { card, cardJoins, toldOfPlaced } from "./card-rows.server";
import { takenBy } from "../eligibility/caregivers";
import { type Chosen, chooseListings } from "../search/choose-listings.server";
import { withNames } from "../outgoing/remember-names.server";
import { findTownPoints } from "./find-town-points.server";
import { placedRows } from "./placed-rows.server";
import { factRows, reachRows, termRows, wordRows } from "./reach-rows.server";

/** Caregivers whom the stated roles shut out, as notFor in caregivers.ts says. */
const shutOut = Prisma.sql`case when roles.stated is null then '{}' else
  array(select t.asked from (values ${Prisma.join(
    takenBy.map(({ asked, stated: fine }) => Prisma.sql`(${asked}, ${[...fine]}::text[])`),
  )}) as t(asked, fine) where not t.fine && roles.stated) end`;

const needs = Prisma.sql`coalesce(need_codes, '{}') || case when exists (select from renamed) then
  array(select distinct r.replaced_by from renamed r where r.code = any(need_codes) and r.replaced_by <> all(need_codes)) else '{}' end`;

const called = { names: true, called: true };
const told = (words: string, more?: typeof called) => Prisma.raw(toldOfPlaced(`(${words})`, more));
const unlessHeld = (column: string) => `case when not wordless then ${column} end`;
const names = `placed.name, ${unlessHeld("alternate_name")}, org_name, ${unlessHeld("org_alternate")}`;
const folded = Prisma.sql`lower(unaccent(${told(`concat_ws(' ', ${names})`, called)}))`;
/** What a program says of itself, for whom and how. */
const texts = ["left(description, 4000)", "json_words(family_text)", "left(eligibility_description, 2000)"];
const said = told(`concat_ws(' ', ${texts.map(unlessHeld).join(", ")})`);
const firstPlace = (value: Prisma.Sql) => Prisma.sql`case when placed.place_no <= 1 then ${value} end`;

/** The columns of listing_search, then the card and the words of the first place. */
const written = Prisma.sql`written as materialized (
  select placed.jurisdiction_id, id as service_id, placed.place_no, placed.organization_id, ${told("placed.name", called)} as name, ${needs} as need_codes,
    coalesce(staff_languages, '{}') as staff_languages, coalesce(interpreter_languages, '{}') as interpreter_languages,
    interpretation_services is not null as interpreters_mentioned, coalesce(times_of_day, '{}') as times_of_day,
    coalesce(delivery_modes, '{}') as delivery_modes, is_free, child_age_min_months as child_age_min,
    child_age_max_months as child_age_max, cardinality(zips) + cardinality(counties) + cardinality(tracts) > 0 as area_stated, zips as area_zips,
    counties as area_counties, tracts as area_tracts, lat as latitude, lon as longitude, may_receive and not paused as takes_referrals,
    room_status as capacity_status, room_as_of as capacity_as_of, days_to_first_contact,
    case evidence_rating when 'well_supported' then 0 when 'supported' then 1 when 'promising' then 2 else 9 end as evidence_rank,
    assured_at, coalesce(roles.stated, '{}') as for_caregivers, ${shutOut} as not_caregivers, counted.bands,
    ${card} as card, ${firstPlace(folded)} as name_folded,
    ${firstPlace(told(`concat_ws(' ', placed.name, ${unlessHeld("alternate_name")})`, called))} as told_name,
    ${firstPlace(told("org_name", called))} as told_organization,
    ${firstPlace(Prisma.sql`coalesce(labels.names, '')`)} as categories, said.words as told_text,
    ${firstPlace(Prisma.sql`to_tsvector('simple', ${folded} || ' ' || lower(unaccent(said.words)))`)} as words
  from placed ${cardJoins}
  left join labels on labels.service_id = placed.id
  left join lateral (select ${said} as words where placed.place_no <= 1 offset 0) said on true)`;

const columns = Prisma.sql`jurisdiction_id, service_id, place_no, organization_id, name, need_codes, staff_languages,
  interpreter_languages, interpreters_mentioned, times_of_day, delivery_modes, is_free, child_age_min, child_age_max,
  area_stated, area_zips, area_counties, area_tracts, latitude, longitude, takes_referrals, capacity_status, capacity_as_of,
  days_to_first_contact, evidence_rank, assured_at, for_caregivers, not_caregivers, bands`;

/** Words of listing_term go with listing_words. */
async function deleteRows(ctx: Ctx, chosen: Chosen): Promise<void> {
  const own = Prisma.sql`jurisdiction_id = ${ctx.actor.jurisdictionId}::uuid and service_id in (${chosen})`;
  await ctx.tx
    .$executeRaw`delete from listing_reach where service_id in (select service_id from listing_search where ${own})`;
  for (const table of ["listing_search", "listing_card", "listing_words"])
    await ctx.tx.$executeRaw`delete from ${Prisma.raw(table)} where ${own}`;
}

/** All five tables in one statement: what a listing is, is read and put together once. */
export async function writeChosenRows(ctx: Ctx, chosen: Chosen): Promise<void> {
  await deleteRows(ctx, chosen);
  const towns = await findTownPoints(ctx, chosen);
  await withNames(
    ctx,
    () => ctx.tx.$executeRaw`with ${placedRows(ctx.actor.jurisdictionId, chosen, towns, ctx.clock.now())},
    ${written},
    found as (insert into listing_search (${columns}) select ${columns} from written returning *),
    cards as (
      insert into listing_card (jurisdiction_id, service_id, place_no, name, facts, card)
      select w.jurisdiction_id, w.service_id, w.place_no, w.name, to_json(found), w.card
      from written w join found on found.service_id = w.service_id and found.place_no = w.place_no),
    ${factRows}, ${termRows},
    reached as (${reachRows})
    ${wordRows}`,
  );
}

/**
 * Writes the search rows of these services anew from their tables, in the caller's transaction. A listing
 * that is not published loses its rows. Every operation that changes a listing ends here, and so does an import.
 */
export async function writeSearchRows(ctx: Ctx, serviceIds: readonly string[]): Promise<void> {
  await chooseListings(ctx, serviceIds, (chosen) => writeChosenRows(ctx, chosen));
}
