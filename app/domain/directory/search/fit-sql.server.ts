import { Prisma } from "~/db/generated/client";
import type { AskedTopic } from "./expand-topics";

/** Listings before anybody has counted: any number, it only weighs rare words against rarer ones. */
const uncounted = 1000;
/** A phrase of which half is there counts a quarter: "birth" alone is no "birth certificate". */
const wholePhrase = 2;

/** What no database text holds: control characters, halves of characters. */
const storable = (words: string) => words.replace(/[\p{Cc}\p{Cs}]/gu, " ");

/** Each way of each topic: topic, way, weights, and its words or its need as a word. */
const waysOf = (topics: readonly AskedTopic[]) =>
  JSON.stringify(
    topics.flatMap(({ weight, ways }, topic) =>
      ways.map((way, at) => ({
        topic,
        way: at,
        weight: weight * way.weight,
        words: "words" in way ? storable(way.words) : null,
        need: "need" in way ? `need:${way.need}` : null,
      })),
    ),
  );

/**
 * Named parts of a statement that end in `fit` (service_id, fit) and `hit` (service_id, topic, way, got, entire: all its words are there): how well each
 * listing's words meet the topics. BM25 (Robertson 1994) with a topic instead of a word: of its ways the best counts, a way
 * by the share of its words' rarity (ln(1 + (N - n + 0.5) / (n + 0.5)), as Lucene has it) that the listing holds. `cells`: only
 * what can be found from there.
 */
export function fitParts(
  jurisdictionId: string,
  topics: readonly AskedTopic[],
  cells: readonly number[] | null,
): Prisma.Sql {
  const within = cells ? Prisma.sql`and cell = any(${[...cells]}::int4[])` : Prisma.empty;
  return Prisma.sql`
    asked as materialized (
      select topic, way, weight, hashtextextended(${jurisdictionId} || ':' || lexeme, 0) as term
      from json_to_recordset(${waysOf(topics)}::json) as w(topic int, way int, weight float8, words text, need text)
      cross join lateral unnest(case when need is null then search_lexemes(words) else array[need] end) as lexeme
      group by 1, 2, 3, 4),
    rarity as materialized (
      select a.*, ln(1 + (greatest(n.services, c.services) - coalesce(c.services, 0) + 0.5) / (coalesce(c.services, 0) + 0.5)) as idf
      from asked a
      left join listing_term_count c on c.jurisdiction_id = ${jurisdictionId}::uuid and c.term = a.term
      cross join (select coalesce(max(services), ${Prisma.raw(String(uncounted))}) as services from listing_term_count
        where jurisdiction_id = ${jurisdictionId}::uuid and term = 0) as n),
    way as materialized (select topic, way, max(weight) * max(idf) as most, sum(idf) as whole, count(*) as terms from rarity group by 1, 2),
    spoken as materialized (
      select term, service_id, max(weight) as weight from listing_term
      where term = any(array(select distinct term from asked)) ${within} group by 1, 2),
    hit as materialized (
      select service_id, topic, way, most * power(sum(idf * s.weight) / (1000 * whole), ${Prisma.raw(String(wholePhrase))}) as got,
        count(*) = terms as entire
      from spoken s join rarity using (term) join way using (topic, way) group by service_id, topic, way, most, whole, terms),
    fit as materialized (
      select service_id, sum(best) as fit from (select service_id, topic, max(got) as best from hit group by 1, 2) as met
      group by service_id)`;
}
