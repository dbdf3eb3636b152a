import { Prisma } from "~/db/generated/client";
import type { Point } from "../places/geo";
import type { AskedTopic } from "./expand-topics";
import { fitParts } from "./fit-sql.server";
import { bandFull, forThem, hardRules, languageRank, mayHold, milesTo } from "./hard-rules-sql.server";
import type { WeighedWord } from "./weigh-way";
import { rankColumns, rankSql, type SearchSort } from "./order-sql.server";
import { foldWords } from "./plain-words";
import { allBits, timeBits } from "./search-bits";
import type { Place, SearchCriteria } from "./search-criteria";
import { searchKeys, whereSpots } from "./search-keys";

const number = (value: number) => Prisma.raw(String(value));

/** What a search asks for, with all that its statement needs to know. */
export interface AskedSearch {
  jurisdictionId: string;
  criteria: SearchCriteria;
  topics: readonly AskedTopic[];
  words: readonly WeighedWord[];
  /** The middle of the jurisdiction: without a place of its own, a search ranks by the way from there. Null where it has not said where it is. */
  centre: Point | null;
  now: Date;
  sort?: SearchSort;
}

/** Programs that meet a topic; only when there are none at all, those whose name is like the words. */
function topicParts(
  { jurisdictionId, criteria, words: weighed }: AskedSearch,
  most: number | null,
): Prisma.Sql {
  const { place, radiusMiles, words } = criteria;
  const text = foldWords(words.join(" ")).trim();
  const likeNames = Prisma.sql`union all select service_id, 1 from listing_words
    where not exists (select from fit) and jurisdiction_id = ${jurisdictionId}::uuid and name_folded %> ${text}`;
  // In their order: one more stands there when there are more.
  const atMost = most === null ? Prisma.empty : Prisma.sql`limit ${number(most)}`;
  const named =
    criteria.named.length > 0
      ? Prisma.sql`union all select service_id, 1 from listing_words where jurisdiction_id = ${jurisdictionId}::uuid
          and service_id = any(${[...criteria.named]}::uuid[]) and service_id not in (select service_id from fit ${atMost})`
      : Prisma.empty;
  return Prisma.sql`${fitParts(weighed, place && whereSpots(place, radiusMiles), mayHold(criteria), most)},
    fitting as materialized ((select service_id, fit from fit ${atMost}) ${named} ${text ? likeNames : Prisma.empty})`;
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
    named: criteria.named.length > 0 ? Prisma.sql`service_id = any(${[...criteria.named]}::uuid[])` : null,
    around: criteria.place && criteria.radiusMiles,
    fit: topics.length > 0 ? Prisma.sql`fit` : null,
  });
}

/** What a search reads of a row of listing_reach. */
const reachColumns = Prisma.sql`place_no, age_min, age_max, bits, days, latitude, longitude, capacity_as_of, assured_at, area,
  staff, interpreter`;

/**
 * Near a place: each place of a program in reach that no hard rule shuts out. With topics the programs that meet them and can be found from there are
 * looked up one by one (hence lateral and offset 0), each by the index of services: among all that lies there they are few.
 */
function nearPlace(search: AskedSearch, place: Place): Prisma.Sql {
  const { jurisdictionId, criteria, topics } = search;
  const keys = Prisma.sql`any(array(select hashtextextended(k, 0) from unnest(${searchKeys(jurisdictionId, criteria, place)}::text[]) k))`;
  const reach =
    topics.length > 0
      ? Prisma.sql`fitting cross join lateral (select ${reachColumns} from listing_reach r
          where r.service_id = fitting.service_id and once offset 0) as spot`
      : Prisma.sql`listing_reach where key = ${keys}`;
  return Prisma.sql`
    select service_id, min(rank) as rank, null::text as tie
    from (select service_id, ${ranked(search)} as rank
      from (select *, ${milesTo(place)} as miles from ${reach} offset 0) as near
      where ${hardRules(jurisdictionId, criteria)}) as ranked
    group by service_id`;
}

/** Without a place: each program once, at its first place. */
function anywhere(search: AskedSearch): Prisma.Sql {
  const { jurisdictionId, criteria, topics, centre } = search;
  return Prisma.sql`
    select service_id, name as tie, ${ranked(search)} as rank
    from (select *, ${centre ? milesTo(centre) : Prisma.sql`null::float8`} as miles from listing_words
      ${topics.length > 0 ? Prisma.sql`join fitting using (service_id)` : Prisma.empty}
      where jurisdiction_id = ${jurisdictionId}::uuid) as near
    where ${hardRules(jurisdictionId, criteria)}`;
}

/**
 * Named parts of a statement that end in `m`, every match once, at its nearest place: service_id, place_no, room, and the
 * order as (rank, tie); the order is total with the name (in "C") and the id behind it. Of a search with topics there is what fit-sql.server.ts
 * names too; near a place only the `most` that fit best are looked at, where it is said.
 */
export function matchParts(
  search: AskedSearch,
  { leaveOut = [], most = null }: { leaveOut?: readonly string[]; most?: number | null } = {},
): Prisma.Sql {
  const { criteria, topics, sort = "fit" } = search;
  const { place } = criteria;
  const offered =
    leaveOut.length > 0 ? Prisma.sql`where service_id <> all(${[...leaveOut]}::uuid[])` : Prisma.empty;
  const m = Prisma.sql`m as materialized (select service_id, tie, place_no, room, band, rank
    from (select service_id, tie, ${rankColumns(sort)} from (${place ? nearPlace(search, place) : anywhere(search)}) as ranked) as numbered
    ${offered})`;
  return topics.length > 0 ? Prisma.sql`${topicParts(search, place ? most : null)}, ${m}` : m;
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
