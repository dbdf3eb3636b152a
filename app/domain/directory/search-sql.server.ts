import { Prisma } from "~/db/generated/client";
import { capacityDecayDays } from "./capacity";
import { staleDays } from "./freshness";
import { geoCellsWithin } from "./geo";
import { homeVisitMiles } from "./match-rules";
import { foldWords } from "./plain-words";
import type { SearchCriteria } from "./search-criteria";

export type SearchSort = "fit" | "nearest" | "soonest";

/** The keys under which a match can lie, before they are hashed. */
export function searchKeys(jurisdictionId: string, criteria: SearchCriteria): string[] {
  const needs = criteria.needs.length ? criteria.needs : ["*"];
  const prefix = jurisdictionId.slice(-8);
  return needs.flatMap((need) => whereKeys(criteria).map((where) => `${prefix}:${need}:${where}`));
}

function whereKeys({ place, radiusMiles }: SearchCriteria): string[] {
  if (!place) return ["*"];
  return [
    ...geoCellsWithin(place, radiusMiles),
    "-",
    ...geoCellsWithin(place, Math.max(radiusMiles, homeVisitMiles), 2).map((cell) => `h${cell}`),
    ...(place.kind === "zip" ? [`z${place.code}`] : ["zz"]),
    ...(place.countyFips ? [`c${place.countyFips}`] : []),
  ];
}

const overlap = (column: Prisma.Sql, values: readonly string[]) =>
  Prisma.sql`(cardinality(${column}) = 0 or ${column} && ${[...values]}::text[])`;

function distanceOf(criteria: SearchCriteria): Prisma.Sql {
  const { place } = criteria;
  if (!place) return Prisma.sql`null::float8`;
  const east = 69.1 * Math.cos((Math.min(89, Math.abs(place.latitude)) * Math.PI) / 180);
  return Prisma.sql`sqrt(power((latitude - ${place.latitude}::float8) * 69.1, 2) + power((longitude - ${place.longitude}::float8) * ${east}::float8, 2))`;
}

function areaHolds(criteria: SearchCriteria): Prisma.Sql[] {
  const { place } = criteria;
  if (!place) return [];
  const zip =
    place.kind === "zip"
      ? Prisma.sql`${place.code} = any(area_zips)`
      : Prisma.sql`cardinality(area_zips) > 0`;
  return [
    Prisma.sql`(not area_stated or ${zip} or ${place.countyFips ?? ""} = any(area_counties))`,
    Prisma.sql`(latitude is null or miles <= ${criteria.radiusMiles}::float8 or delivery_modes && array['video', 'phone']
      or (delivery_modes && array['home'] and (area_stated or miles <= ${Math.max(criteria.radiusMiles, homeVisitMiles)}::float8)))`,
  ];
}

function languageHolds(languages: readonly string[]): Prisma.Sql[] {
  if (languages.length === 0) return [];
  return [
    Prisma.sql`(cardinality(staff_languages) = 0 or interpreters_mentioned
      or staff_languages && ${[...languages]}::text[] or interpreter_languages && ${[...languages]}::text[])`,
  ];
}

function agesHold(ages: readonly number[]): Prisma.Sql[] {
  if (ages.length === 0) return [];
  return [
    Prisma.sql`((child_age_min is null and child_age_max is null) or exists (select from unnest(${[...ages]}::int[]) as a(age)
      where case when age < 0 then coalesce(child_age_min, -9) < 0 or 'pregnancy' = any(need_codes)
        else age between coalesce(child_age_min, -9) and coalesce(child_age_max, 264) end))`,
  ];
}

function wordsHold(jurisdictionId: string, words: readonly string[]): Prisma.Sql[] {
  const text = foldWords(words.join(" ")).trim();
  if (text === "") return [];
  return [
    Prisma.sql`service_id in (select c.service_id from listing_card c where c.jurisdiction_id = ${jurisdictionId}::uuid
      and (c.words @@ websearch_to_tsquery('simple', ${text}) or c.name_folded %> ${text}))`,
  ];
}

/** The hard rules of match-rules.ts, over the columns of listing_search. */
export function hardRules(criteria: SearchCriteria): Prisma.Sql {
  const rules = [
    Prisma.sql`true`,
    ...areaHolds(criteria),
    ...agesHold(criteria.childAgesMonths),
    ...languageHolds(criteria.languages),
    ...(criteria.times.length ? [overlap(Prisma.sql`times_of_day`, criteria.times)] : []),
    ...(criteria.cost ? [Prisma.sql`is_free is distinct from false`] : []),
    ...(criteria.modes.length ? [overlap(Prisma.sql`delivery_modes`, criteria.modes)] : []),
  ];
  return Prisma.join(rules, " and ");
}

/** 9 is folded away: full or not taking referrals. As capacity.ts says. */
function roomRank(now: Date): Prisma.Sql {
  const since = new Date(now.getTime() - capacityDecayDays * 86_400_000);
  return Prisma.sql`case when not takes_referrals then 9
    when capacity_as_of is null or capacity_as_of < ${since} then 3
    else case capacity_status when 'open' then 0 when 'assess_first' then 1 when 'waitlist' then 2 when 'full' then 9 else 3 end end`;
}

function rankColumns(criteria: SearchCriteria, now: Date): Prisma.Sql {
  const stale = new Date(now.getTime() - staleDays * 86_400_000);
  const needs = [...criteria.needs];
  const missing = Prisma.sql`(select count(*) from unnest(${needs}::text[]) as n(code) where code <> all(need_codes))`;
  const main = Prisma.sql`case when need_codes[1] = any(${needs}::text[]) then 0 else 1 end`;
  const fit =
    needs.length === 0 ? Prisma.sql`0` : needs.length === 1 ? main : Prisma.sql`${missing} * 2 + ${main}`;
  const language = criteria.languages.length
    ? Prisma.sql`case when staff_languages && ${[...criteria.languages]}::text[] then 0
        when interpreter_languages && ${[...criteria.languages]}::text[] then 1 else 2 end`
    : Prisma.sql`0`;
  const time = criteria.times.length
    ? Prisma.sql`case when cardinality(times_of_day) = 0 then 1 else 0 end`
    : Prisma.sql`0`;
  return Prisma.sql`${fit}::int as fit, ${roomRank(now)} as room,
    case when assured_at <= ${stale} then 1 else 0 end as stale, coalesce(days_to_first_contact, 9999) as days,
    ${language} as language, ${time} as time_unknown`;
}

const byDistance = Prisma.sql`coalesce(floor(miles * 10 + 0.5), 99990)`;
const orders: Record<SearchSort, Prisma.Sql> = {
  fit: Prisma.sql`fit, room, stale, days, language, time_unknown, ${byDistance}, evidence_rank, name collate "C", service_id`,
  nearest: Prisma.sql`${byDistance}, fit, room, stale, name collate "C", service_id`,
  soonest: Prisma.sql`room, days, fit, stale, language, ${byDistance}, name collate "C", service_id`,
};

/** Every match once, at its nearest place, with its ranks. */
export function matchesSql(jurisdictionId: string, criteria: SearchCriteria, now: Date): Prisma.Sql {
  const words = wordsHold(jurisdictionId, criteria.words);
  const where = Prisma.join(
    [
      Prisma.sql`jurisdiction_id = ${jurisdictionId}::uuid`,
      ...(words.length && !criteria.place && !criteria.needs.length
        ? []
        : [
            Prisma.sql`keys && array(select hashtextextended(k, 0) from unnest(${searchKeys(jurisdictionId, criteria)}::text[]) k)`,
          ]),
      ...words,
    ],
    " and ",
  );
  return Prisma.sql`select * from (
      select distinct on (service_id) service_id, place_no, name, miles, evidence_rank, ${rankColumns(criteria, now)}
      from (select *, ${distanceOf(criteria)} as miles from listing_search where ${where}) as near
      where ${hardRules(criteria)} order by service_id, miles nulls last, place_no) as ranked`;
}

/** The order of results, total: the same rows always come in the same order. */
export function orderSql(sort: SearchSort): Prisma.Sql {
  return orders[sort];
}
