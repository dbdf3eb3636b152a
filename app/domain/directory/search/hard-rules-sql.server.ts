import { Prisma } from "~/db/generated/client";
import { earlier } from "../../kernel/durations";
import { capacityDecayDays } from "../openings/capacity";
import type { Point } from "../places/geo";
import { homeVisitMiles } from "./match-rules";
import {
  allBits,
  areaBit,
  bandBit,
  type Bits,
  caregiverBit,
  interpretersBit,
  languageBit,
  longBit,
  mayBeFreeBit,
  mayBePregnantBit,
  modeBits,
  notFreeBit,
  pregnancyBit,
  roomShift,
  sumOfBits,
  timeBits,
} from "./search-bits";
import type { SearchCriteria } from "./search-criteria";
import { areaMarks } from "./search-keys";

const hashes = (words: readonly string[]) =>
  Prisma.sql`(select array_agg(hashtext(w)) from unnest(${[...words]}::text[]) w)`;
const texts = (words: readonly string[]) => Prisma.sql`${[...words]}::text[]`;

const number = (value: number) => Prisma.raw(String(value));
const has = (bits: number) => Prisma.sql`bits & ${number(bits)} <> 0`;

/** A row whose lists were too long for the index: its facts say. */
function byLength(jurisdictionId: string, long: Prisma.Sql, short: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`case when ${has(longBit)} then (select ${long} from listing_search s where s.jurisdiction_id = ${jurisdictionId}::uuid
      and s.service_id = near.service_id and s.place_no = near.place_no) else ${short} end`;
}

export function milesTo(place: Point): Prisma.Sql {
  const east = 69.1 * Math.cos((Math.min(89, Math.abs(place.latitude)) * Math.PI) / 180);
  const [north, side] = [
    Prisma.sql`((latitude - ${place.latitude}::float8) * 69.1)`,
    Prisma.sql`((longitude - ${place.longitude}::float8) * ${east}::float8)`,
  ];
  return Prisma.sql`sqrt(${north} * ${north} + ${side} * ${side})`;
}

function placeHolds(jurisdictionId: string, { place, radiusMiles }: SearchCriteria): Prisma.Sql[] {
  if (!place) return [];
  const [home, away] = [sumOfBits(modeBits, ["home"]), sumOfBits(modeBits, ["video", "phone"])];
  const zip =
    place.kind === "zip"
      ? Prisma.sql`${place.code} = any(s.area_zips)`
      : Prisma.sql`cardinality(s.area_zips) > 0`;
  const county = place.countyFips ?? "";
  const tracts = Prisma.sql`exists (select from unnest(s.area_tracts) t where left(t, 5) = ${county})`;
  const long = Prisma.sql`${zip} or ${county} = any(s.area_counties) or ${tracts}`;
  return [
    Prisma.sql`(latitude is null or miles <= ${radiusMiles}::float8 or ${has(away)}
      or (${has(home)} and (${has(areaBit)} or miles <= ${Math.max(radiusMiles, homeVisitMiles)}::float8)))`,
    Prisma.sql`(bits & ${number(areaBit)} = 0 or ${byLength(jurisdictionId, long, Prisma.sql`area && ${hashes(areaMarks(place))}`)})`,
  ];
}

function languageHolds(jurisdictionId: string, languages: readonly string[]): Prisma.Sql[] {
  if (languages.length === 0) return [];
  const long = Prisma.sql`cardinality(s.staff_languages) = 0 or s.staff_languages && ${texts(languages)}
    or s.interpreter_languages && ${texts(languages)}`;
  const short = Prisma.sql`(staff is null or staff && ${hashes(languages)} or interpreter && ${hashes(languages)})`;
  return [Prisma.sql`(${has(interpretersBit)} or ${byLength(jurisdictionId, long, short)})`];
}

export function languageRank(jurisdictionId: string, languages: readonly string[]): Prisma.Sql | null {
  if (languages.length === 0) return null;
  const rank = (staff: Prisma.Sql, interpreter: Prisma.Sql, asked: Prisma.Sql) =>
    Prisma.sql`case when ${staff} && ${asked} then 0 when ${interpreter} && ${asked} then 1 else 2 end`;
  return byLength(
    jurisdictionId,
    rank(Prisma.sql`s.staff_languages`, Prisma.sql`s.interpreter_languages`, texts(languages)),
    rank(Prisma.sql`staff`, Prisma.sql`interpreter`, hashes(languages)),
  );
}

function agesHold(ages: readonly number[]): Prisma.Sql[] {
  if (ages.length === 0) return [];
  const each = ages.map((age) =>
    age < 0
      ? Prisma.sql`(age_min < 0 or ${has(pregnancyBit)})`
      : Prisma.sql`${age}::int between age_min and age_max`,
  );
  return [Prisma.sql`(${Prisma.join(each, " or ")})`];
}

/** Facts that the index has no room for, looked up where a bit says that there are any. */
const ofFacts = (jurisdictionId: string, test: Prisma.Sql) => Prisma.sql`(select ${test} from listing_search s
  where s.jurisdiction_id = ${jurisdictionId}::uuid and s.service_id = near.service_id and s.place_no = near.place_no)`;

/** A stated "mothers only" shuts a father out; nothing stated shuts out nobody. */
function caregiversHold(jurisdictionId: string, asked: readonly string[]): Prisma.Sql[] {
  if (asked.length === 0) return [];
  const test = Prisma.sql`s.for_caregivers && ${texts(asked)} or not ${texts(asked)} <@ s.not_caregivers`;
  return [Prisma.sql`(bits & ${number(caregiverBit)} = 0 or ${ofFacts(jurisdictionId, test)})`];
}

export function forThem(jurisdictionId: string, asked: readonly string[]): Prisma.Sql | null {
  if (asked.length === 0) return null;
  const test = Prisma.sql`s.for_caregivers && ${texts(asked)}`;
  return Prisma.sql`case when ${has(caregiverBit)} and ${ofFacts(jurisdictionId, test)} then 0 else 1 end`;
}

/** Openings are counted for the ages or languages asked, and there are none. As bandsFor in capacity.ts says. */
export function bandFull(
  jurisdictionId: string,
  { childAgesMonths: ages, languages }: SearchCriteria,
  now: Date,
): Prisma.Sql | null {
  if (ages.length === 0 && languages.length === 0) return null;
  const since = earlier(now, { days: capacityDecayDays });
  const no = Prisma.sql`false`;
  const byAge = ages.length ? Prisma.sql`(b."from" is not null or b."to" is not null)` : no;
  const byLanguage = languages.length ? Prisma.sql`b.language is not null` : no;
  const none = Prisma.sql`(select sum(b.available) from jsonb_to_recordset(s.bands)
      as b("from" int, "to" int, language text, available float8, at timestamptz)
    where b.at >= ${since} and (${byAge} or ${byLanguage})
      and (not ${byAge} or exists (select from unnest(${[...ages]}::int[]) as a(age)
        where age between coalesce(b."from", -9) and coalesce(b."to", 264)))
      and (not ${byLanguage} or b.language = any(${texts(languages)}))) = 0`;
  return Prisma.sql`${has(bandBit)} and bits >> ${number(roomShift)} & 15 = 0 and ${ofFacts(jurisdictionId, none)}`;
}

/** Nothing said passes; else one of the words asked must be offered. */
function listHolds(bits: Bits, asked: readonly string[]): Prisma.Sql[] {
  return asked.length
    ? [Prisma.sql`(bits & ${number(allBits(bits))} = 0 or ${has(sumOfBits(bits, asked))})`]
    : [];
}

/** What a program may be, of the number and ages beside its words: shuts out only what the hard rules shut out at each of its places. */
export function mayHold(criteria: SearchCriteria): Prisma.Sql {
  const has = (bits: number) => Prisma.sql`may & ${number(bits)} <> 0`;
  const ages = criteria.childAgesMonths.map((age) =>
    age < 0
      ? Prisma.sql`(age_min < 0 or ${has(mayBePregnantBit)})`
      : Prisma.sql`${age}::int between age_min and age_max`,
  );
  const rules = [
    Prisma.sql`true`,
    ...(criteria.times.length > 0 ? [has(sumOfBits(timeBits, criteria.times))] : []),
    ...(criteria.modes.length > 0 ? [has(sumOfBits(modeBits, criteria.modes))] : []),
    ...(criteria.cost ? [has(mayBeFreeBit)] : []),
    ...(criteria.languages.length > 0
      ? [has(criteria.languages.reduce((sum, one) => sum | languageBit(one), 0))]
      : []),
    ...(ages.length > 0 ? [Prisma.sql`(${Prisma.join(ages, " or ")})`] : []),
  ];
  return Prisma.join(rules, " and ");
}

/** No program of a congregation, where the family does not want one. */
const notReligious = (
  jurisdictionId: string,
) => Prisma.sql`service_id not in (select service_id from listing_term
  where term = hashtextextended(${jurisdictionId} || ':is:religious', 0))`;

/** The hard rules of match-rules.ts, over a row of listing_reach or listing_words called `near`. */
export function hardRules(jurisdictionId: string, criteria: SearchCriteria): Prisma.Sql {
  const rules = [
    Prisma.sql`true`,
    ...placeHolds(jurisdictionId, criteria),
    ...agesHold(criteria.childAgesMonths),
    ...listHolds(timeBits, criteria.times),
    ...(criteria.without.includes("religious") ? [notReligious(jurisdictionId)] : []),
    ...(criteria.cost ? [Prisma.sql`bits & ${number(notFreeBit)} = 0`] : []),
    ...listHolds(modeBits, criteria.modes),
    ...languageHolds(jurisdictionId, criteria.languages),
    ...caregiversHold(jurisdictionId, criteria.caregivers),
  ];
  // One expression: the planner takes ten conditions together to leave one row, and joins it row by row.
  return Prisma.sql`case when ${Prisma.join(rules, " and ")} then true else false end`;
}
