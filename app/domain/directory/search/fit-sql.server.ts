import { Prisma } from "~/db/generated/client";
import { type AskedWay, askedWays, termsOf } from "./asked-ways";
import { metShift } from "./met-topic";
import type { WeighedWord } from "./weigh-way";

/** What meets less of the line than this part of what the best meets is no match, unless it has a need of the search. */
const leastFit = 0.12;

/** Where a match may lie, as listing_term says it, and how much of its fit the way to there leaves at most. */
export interface Spot {
  key: string;
  near: number;
}

const raw = (text: string | number) => Prisma.raw(String(text));

/** Each listing's words that are asked for, where it can be found and may hold what is asked (`may`). */
function spokenPart(
  words: readonly WeighedWord[],
  spots: readonly Spot[] | null,
  may: Prisma.Sql,
): Prisma.Sql {
  // One by one: of a list as one value the planner does not know how long it is, and plans each search anew instead of keeping its plan.
  const terms = termsOf(words).map((term) => Prisma.sql`${term}::int8`);
  const asked = terms.length > 0 ? Prisma.sql`array[${Prisma.join(terms)}]` : Prisma.sql`'{}'::int8[]`;
  if (!spots)
    return Prisma.sql`spoken as (
      select term, service_id, weight, 1::float8 as near from listing_term where term = any(${asked}) and ${may})`;
  return Prisma.sql`
    spot as materialized (select hashtext(key) as cell, near
      from unnest(${spots.map(({ key }) => key)}::text[], ${spots.map(({ near }) => near)}::float8[]) as s(key, near)),
    spoken as (
      select term, service_id, weight, near from listing_term join spot using (cell)
      where term = any(${asked}) and cell = any(array(select cell from spot)) and ${may})`;
}

/** Of each listing what each asked word weighs in it, as `w0`, `w1` ...: 0 where it is not said, as listing_term has it. */
function weighed(terms: readonly string[]): Prisma.Sql {
  const each = terms.map(
    (term, at) =>
      Prisma.sql`, coalesce(max(weight) filter (where term = ${term}::int8), 0) as ${raw(`w${at}`)}`,
  );
  return Prisma.sql`select service_id, max(near) as near${each.length > 0 ? Prisma.join(each, "") : Prisma.empty}
    from spoken group by service_id`;
}

/** The root of what a listing gets of a way, which is most * the square of the share of its words' rarity that it holds. */
const rootOf = ({ most, words, ahead }: AskedWay): Prisma.Sql =>
  Prisma.join(
    words.map(
      ({ at, share }) =>
        Prisma.sql`${(Math.sqrt(most) * share) / 1000}::float8 * ${raw(ahead ? `(w${at} >> ${metShift})` : `w${at}`)}`,
    ),
    " + ",
  );

/** Of each topic the best of its ways. Multiplied: `power` costs ten times as much. */
function fitSum(ways: readonly AskedWay[]): Prisma.Sql {
  const topics = [...new Set(ways.map(({ topic }) => topic))];
  if (topics.length === 0) return Prisma.sql`0::float8`;
  const best = topics.map((one) => {
    const roots = ways.filter(({ topic }) => topic === one).map(rootOf);
    const root = roots.length === 1 ? Prisma.join(roots) : Prisma.sql`greatest(${Prisma.join(roots)})`;
    return Prisma.sql`(${root}) * (${root})`;
  });
  return Prisma.join(best, " + ");
}

/**
 * Named parts of a statement that end in `fit` (service_id, fit): how well each listing's words (`got`) meet the topics. BM25 (Robertson
 * 1994) with a topic instead of a word: of its ways the best counts, a way by the share of its words' rarity that the listing
 * holds, squared: "birth" alone is no "birth certificate". `spots`: only what can be found from there, `may`: and
 * holds there, of the columns beside a word. `most`: so many and one more, if there are, the best
 * with the way to where they may lie counted in.
 */
export function fitParts(
  words: readonly WeighedWord[],
  spots: readonly Spot[] | null,
  may: Prisma.Sql,
  most: number | null,
): Prisma.Sql {
  const ways = askedWays(words);
  const needs = ways.flatMap(({ need, words: [word] }) => (need && word ? [raw(`w${word.at} > 0`)] : []));
  const needed = needs.length > 0 ? Prisma.sql`(${Prisma.join(needs, " or ")})` : Prisma.sql`false`;
  const limit =
    most === null ? Prisma.empty : Prisma.sql`order by fit * near desc, service_id limit ${raw(most + 1)}`;
  return Prisma.sql`${spokenPart(words, spots, may)},
    got as materialized (select *, ${needed} as need, ${fitSum(ways)} as fit from (${weighed(termsOf(words))}) as weighed),
    fit as materialized (select * from got where need or fit >= ${raw(leastFit)} * (select max(fit) from got) ${limit})`;
}

/** SQL of what the asked words weigh in a listing of `fit`, in the order of `termsOf`. */
export const saidWeights = (words: readonly WeighedWord[]): Prisma.Sql =>
  raw(
    `array[${termsOf(words)
      .map((_, at) => `w${at}`)
      .join(", ")}]::float8[]`,
  );
