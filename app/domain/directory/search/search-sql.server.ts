import { Prisma } from "~/db/generated/client";
import { capacityDecayDays } from "../openings/capacity";
import { homeVisitMiles } from "./match-rules";
import type { AskedTopic } from "./expand-topics";
import { fitParts } from "./fit-sql.server";
import { rankColumns, rankSql, type SearchSort } from "./order-sql.server";
import { foldWords } from "./plain-words";
import {
  allBits,
  areaBit,
  bandBit,
  type Bits,
  caregiverBit,
  interpretersBit,
  longBit,
  modeBits,
  notFreeBit,
  pregnancyBit,
  roomShift,
  sumOfBits,
  timeBits,
} from "./search-bits";
import type { Place, SearchCriteria } from "./search-criteria";
import { areaMarks, searchKeys, termCells } from "./search-keys";
import type { Point } from "../places/geo";
import { earlier } from "../../kernel/durations";

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

function milesTo(place: Point): Prisma.Sql {
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

function languageRank(jurisdictionId: string, languages: readonly string[]): Prisma.Sql | null {
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

function forThem(jurisdictionId: string, asked: readonly string[]): Prisma.Sql | null {
  if (asked.length === 0) return null;
  const test = Prisma.sql`s.for_caregivers && ${texts(asked)}`;
  return Prisma.sql`case when ${has(caregiverBit)} and ${ofFacts(jurisdictionId, test)} then 0 else 1 end`;
}

/** Openings are counted for the ages or languages asked, and there are none. As bandsFor in capacity.ts says. */
function bandFull(
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

/** No program of a congregation, where the family does not want one. */
const notReligious = (
  jurisdictionId: string,
) => Prisma.sql`service_id not in (select service_id from listing_term
  where term = hashtextextended(${jurisdictionId} || ':is:religious', 0))`;

/** The hard rules of match-rules.ts, over a row of listing_reach or listing_words called `near`. */
function hardRules(jurisdictionId: string, criteria: SearchCriteria): Prisma.Sql {
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
  return Prisma.join(rules, " and ");
}

/** What a search asks for, with all that its statement needs to know. */
export interface AskedSearch {
  jurisdictionId: string;
  criteria: SearchCriteria;
  topics: readonly AskedTopic[];
  /** The middle of the jurisdiction: without a place of its own, a search ranks by the way from there. */
  centre: Point;
  now: Date;
  sort?: SearchSort;
}

/** Programs that meet a topic; only when there are none at all, those whose name is like the words. */
function topicParts({ jurisdictionId, criteria, topics }: AskedSearch): Prisma.Sql {
  const { place, radiusMiles, words } = criteria;
  const text = foldWords(words.join(" ")).trim();
  const likeNames = Prisma.sql`union all select service_id, 1 from listing_words
    where not exists (select from fit) and jurisdiction_id = ${jurisdictionId}::uuid and name_folded %> ${text}`;
  return Prisma.sql`${fitParts(jurisdictionId, topics, place && termCells(place, radiusMiles))},
    fitting as materialized (select * from fit ${text ? likeNames : Prisma.empty}),`;
}

/** What is ranked. */
function ranked({ jurisdictionId, criteria, topics, now, sort = "fit" }: AskedSearch): Prisma.Sql {
  const unknownTime = Prisma.sql`case when bits & ${number(allBits(timeBits))} = 0 then 1 else 0 end`;
  return rankSql(sort, now, {
    language: languageRank(jurisdictionId, criteria.languages),
    timeUnknown: criteria.times.length ? unknownTime : null,
    forThem: forThem(jurisdictionId, criteria.caregivers),
    bandFull: bandFull(jurisdictionId, criteria, now),
    miles: Prisma.sql`miles`,
    placed: criteria.place !== null,
    fit: topics.length > 0 ? Prisma.sql`fit` : null,
  });
}

/** Near a place: each place of a program in reach. */
function nearPlace(search: AskedSearch, place: Place): Prisma.Sql {
  const { jurisdictionId, criteria, topics } = search;
  const reach = Prisma.sql`listing_reach where key = any(array(select hashtextextended(k, 0)
    from unnest(${searchKeys(jurisdictionId, criteria, place)}::text[]) k))`;
  const fits = Prisma.sql`join fitting using (service_id)`;
  return Prisma.sql`
    select service_id, min(rank) as rank, null::text as tie
    from (select service_id, ${ranked(search)} as rank
      from (select *, ${milesTo(place)} as miles from (select * from ${reach}) as spot
        ${topics.length > 0 ? fits : Prisma.empty}) as near
      where ${hardRules(jurisdictionId, criteria)}) as ranked
    group by service_id`;
}

/** Without a place: each program once, at its first place. */
function anywhere(search: AskedSearch): Prisma.Sql {
  const { jurisdictionId, criteria, topics, centre } = search;
  const fits = Prisma.sql`join fitting using (service_id)`;
  return Prisma.sql`
    select service_id, name as tie, ${ranked(search)} as rank
    from (select *, ${milesTo(centre)} as miles from listing_words ${topics.length > 0 ? fits : Prisma.empty}
      where jurisdiction_id = ${jurisdictionId}::uuid) as near
    where ${hardRules(jurisdictionId, criteria)}`;
}

/**
 * Named parts of a statement that end in `m`, every match once, at its nearest place: service_id, place_no, room, and the
 * order as (rank, tie); the order is total with the name (in "C") and the id behind it. Of a search with topics there is `hit` too.
 */
export function matchParts(search: AskedSearch, leaveOut: readonly string[] = []): Prisma.Sql {
  const { criteria, topics, sort = "fit" } = search;
  const found = criteria.place ? nearPlace(search, criteria.place) : anywhere(search);
  const offered =
    leaveOut.length > 0 ? Prisma.sql`and service_id <> all(${[...leaveOut]}::uuid[])` : Prisma.empty;
  return Prisma.sql`${topics.length > 0 ? topicParts(search) : Prisma.empty}
    m as materialized (select service_id, tie, place_no, room, rank
      from (select service_id, tie, ${rankColumns(sort)} from (${found}) as ranked) as numbered where band < 3 ${offered})`;
}

/**
 * Of the matches `m` the first `most` that take referrals, or of the others. Near a place the rank tells nearly all apart:
 * names are looked at later, among those at the edge. Without a place the names are at hand. Neither sorts more than it keeps.
 */
export function bestSql(
  { place }: SearchCriteria,
  { shut, most }: { shut: boolean; most: number },
): Prisma.Sql {
  const which = shut ? Prisma.sql`room = 9` : Prisma.sql`room < 9`;
  const columns = Prisma.sql`service_id, place_no, rank, ${Prisma.raw(String(shut))} as shut`;
  if (place)
    return Prisma.sql`(select ${columns} from m where ${which}
      and rank <= (select max(rank) from (select rank from m where ${which} order by rank limit ${most}::int8) as edge))`;
  return Prisma.sql`(select ${columns} from m where ${which} order by rank, tie collate "C", service_id limit ${most}::int8)`;
}
