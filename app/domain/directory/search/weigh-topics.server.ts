import type { Ctx } from "../../kernel/context";
import type { AskedTopic, Way } from "./expand-topics";

/** A word of one way to meet a topic. A listing that holds it with weight w gets share * w of the way; the whole way counts `most`. */
export interface WeighedWord {
  topic: number;
  way: number;
  /** Hash of the word, as listing_term has it. */
  term: string;
  share: number;
  most: number;
  /** Not a word but a need: whoever has it is a match, however little that counts. */
  need: boolean;
}
type Lexeme = { term: string; services: number };
type Kept = { version: number; all: number; lexemes: Map<string, readonly Lexeme[]> };

/** What is kept of a jurisdiction's words in this process until they are counted anew, which its version of lists says. */
const kept = new Map<string, Kept>();
const mostKept = 5_000;
/** Before anybody has counted: any number, it only weighs rare words against rarer ones. */
const uncounted = 1_000;
/** A word that every fourth program says tells nothing apart, where others do; of few programs that says little. */
const tooCommon = 0.25;
const fewPrograms = 200;
/** What counts for so little beside the best way is not looked for. */
const tooLittle = 0.08;

/** What no database text holds: control characters, halves of characters. */
const storable = (words: string) => words.replace(/[\p{Cc}\p{Cs}]/gu, " ");
const phraseOf = (way: Way): string => ("words" in way ? storable(way.words) : `need:${way.need}`);

async function keptWords(ctx: Ctx, version: number): Promise<Kept> {
  const { jurisdictionId } = ctx.actor;
  const known = kept.get(jurisdictionId);
  if (known?.version === version && known.lexemes.size < mostKept) return known;
  const row = await ctx.tx.listingTermCount.findUnique({
    where: { jurisdictionId_term: { jurisdictionId, term: 0 } },
  });
  const fresh = { version, all: row?.services ?? uncounted, lexemes: new Map<string, readonly Lexeme[]>() };
  if (row) kept.set(jurisdictionId, fresh);
  return fresh;
}

/** Looks up the words of phrases that are not kept yet: one statement, or none. */
async function lookUp(ctx: Ctx, words: Kept, phrases: readonly string[]): Promise<void> {
  const unknown = [...new Set(phrases)].filter((phrase) => !words.lexemes.has(phrase));
  if (unknown.length === 0) return;
  const { jurisdictionId } = ctx.actor;
  const rows = await ctx.tx.$queryRaw<{ phrase: string; term: string; services: number | null }[]>`
    select phrase, term::text as term, (select c.services from listing_term_count c
      where c.jurisdiction_id = ${jurisdictionId}::uuid and c.term = found.term) as services
    from (select distinct phrase, hashtextextended(${jurisdictionId} || ':' || lexeme, 0) as term
      from unnest(${unknown}::text[]) as phrase,
        unnest(case when phrase like 'need:%' then array[phrase] else search_lexemes(phrase) end) as lexeme) as found`;
  for (const phrase of unknown) words.lexemes.set(phrase, []);
  for (const { phrase, term, services } of rows)
    words.lexemes.set(phrase, [...(words.lexemes.get(phrase) ?? []), { term, services: services ?? 0 }]);
}

/** ln(1 + (N - n + 0.5) / (n + 0.5)): how much a word tells (Robertson 1994, as Lucene has it). */
const rarity = (all: number, services: number) =>
  Math.log(1 + (Math.max(all, services) - services + 0.5) / (services + 0.5));

function weighWay(words: Kept, way: Way, weight: number, at: { topic: number; way: number }): WeighedWord[] {
  const all = words.lexemes.get(phraseOf(way)) ?? [];
  const limit = words.all < fewPrograms ? Infinity : words.all * tooCommon;
  const telling = all.filter(({ services }) => services < limit);
  const lexemes = telling.length > 0 ? telling : all;
  const idfs = lexemes.map(({ services }) => rarity(words.all, services));
  const whole = idfs.reduce((sum, idf) => sum + idf, 0);
  const most = weight * way.weight * Math.max(0, ...idfs);
  const need = "need" in way;
  return lexemes.map(({ term }, n) => ({ ...at, term, share: (idfs[n] ?? 0) / whole, most, need }));
}

/** Ways of one topic that come to the same words ("support group", "support groups"): the best of them. */
function withoutTwins(words: readonly WeighedWord[]): WeighedWord[] {
  const ways = new Map<string, WeighedWord[]>();
  for (const word of words) {
    const at = `${word.topic}:${word.way}`;
    ways.set(at, [...(ways.get(at) ?? []), word]);
  }
  const best = new Map<string, WeighedWord[]>();
  for (const way of ways.values()) {
    const terms = way.map(({ term }) => term).sort();
    const same = `${way[0]?.topic ?? 0}:${terms.join()}`;
    if ((best.get(same)?.[0]?.most ?? -1) < (way[0]?.most ?? 0)) best.set(same, way);
  }
  return [...best.values()].flat();
}

/**
 * The words of topics with what each counts in this jurisdiction. Words are cut and counted by the database (search_lexemes,
 * listing_term_count), which is asked only for phrases that this process has not met. `version`: of the jurisdiction's lists.
 */
export async function weighTopics(
  ctx: Ctx,
  topics: readonly AskedTopic[],
  version: number,
): Promise<WeighedWord[]> {
  if (topics.length === 0) return [];
  const words = await keptWords(ctx, version);
  await lookUp(
    ctx,
    words,
    topics.flatMap(({ ways }) => ways.map(phraseOf)),
  );
  const weighed = topics.flatMap(({ ways, weight }, topic) =>
    ways.flatMap((way, at) => weighWay(words, way, weight, { topic, way: at })),
  );
  const best = Math.max(0, ...weighed.map(({ most }) => most));
  return withoutTwins(weighed).filter(({ most, need }) => need || most >= best * tooLittle || most === 0);
}
