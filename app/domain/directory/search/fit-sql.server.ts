import { Prisma } from "~/db/generated/client";
import type { WeighedWord } from "./weigh-topics.server";

/** What meets less of the line than this part of what the best meets is no match, unless it has a need of the search. */
const leastFit = 0.12;

const wayOf = ({ topic, way }: WeighedWord) => `${topic} ${way}`;

/**
 * Named parts of a statement that end in `fit` (service_id, fit) and `hit` (service_id, topic, way, got, entire: all its words are there): how well each
 * listing's words meet the topics. BM25 (Robertson 1994) with a topic instead of a word: of its ways the best counts, a way
 * by the share of its words' rarity that the listing holds, squared: "birth" alone is no "birth certificate". `where`: only
 * what can be found from there.
 */
export function fitParts(words: readonly WeighedWord[], where: readonly string[] | null): Prisma.Sql {
  const within = where
    ? Prisma.sql`and cell = any(array(select hashtext(w) from unnest(${[...where]}::text[]) w))`
    : Prisma.empty;
  const fits =
    new Set(words.map(({ topic }) => topic)).size === 1
      ? Prisma.sql`select service_id, max(got) as fit, bool_or(need) as need from hit group by 1`
      : Prisma.sql`select service_id, sum(best) as fit, bool_or(need) as need from (
          select service_id, topic, max(got) as best, bool_or(need) as need from hit group by 1, 2) as topics group by 1`;
  const ofWay = new Map<string, number>();
  for (const word of words) ofWay.set(wayOf(word), (ofWay.get(wayOf(word)) ?? 0) + 1);
  const terms = [...new Set(words.map(({ term }) => term))];
  return Prisma.sql`
    asked (term, topic, way, share, most, need, terms) as materialized (select * from unnest(${words.map(({ term }) => term)}::int8[],
      ${words.map(({ topic }) => topic)}::int2[], ${words.map(({ way }) => way)}::int2[],
      ${words.map(({ share }) => share / 1000)}::float8[], ${words.map(({ most }) => most)}::float8[], ${words.map(({ need }) => need)}::bool[],
      ${words.map((word) => ofWay.get(wayOf(word)) ?? 0)}::int2[])),
    spoken as materialized (
      select term, service_id, max(weight) as weight from listing_term where term = any(${terms}::int8[]) ${within} group by 1, 2),
    hit as materialized (
      select service_id, topic, way, max(most) * sum(share * weight) * sum(share * weight) as got, bool_or(need) as need,
        count(*) = max(terms) as entire
      from spoken join asked using (term) group by 1, 2, 3),
    met as materialized (${fits}),
    fit as materialized (select service_id, fit from met where need or fit >= ${Prisma.raw(String(leastFit))} * (select max(fit) from met))`;
}
