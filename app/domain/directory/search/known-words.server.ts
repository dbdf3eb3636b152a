import type { Ctx } from "../../kernel/context";
import type { KnownWords, Lexeme } from "./known-phrases";

/** What is kept of a jurisdiction's words in this process until they are counted anew, which its version of lists says. */
const kept = new Map<string, KnownWords & { version: number }>();
const mostKept = 5_000;
/** Before anybody has counted: any number, it only weighs rare words against rarer ones. */
const uncounted = 1_000;

/** Words as they were last counted, nothing looked up yet; what this process keeps when `version` is said. */
export async function openWords(ctx: Ctx, version: number | null): Promise<KnownWords> {
  const { jurisdictionId } = ctx.actor;
  const known = kept.get(jurisdictionId);
  if (version !== null && known?.version === version && known.lexemes.size < mostKept) return known;
  const row = await ctx.tx.listingTermCount.findUnique({
    where: { jurisdictionId_term: { jurisdictionId, term: 0 } },
  });
  const fresh = { all: row?.services ?? uncounted, lexemes: new Map<string, readonly Lexeme[]>() };
  if (row && version !== null) kept.set(jurisdictionId, { ...fresh, version });
  return fresh;
}

/** Looks up the words of phrases that are not known yet, cut by the database (search_lexemes): one statement, or none. */
export async function lookUpWords(ctx: Ctx, words: KnownWords, phrases: readonly string[]): Promise<void> {
  const unknown = [...new Set(phrases)].filter((phrase) => !words.lexemes.has(phrase));
  if (unknown.length === 0) return;
  const { jurisdictionId } = ctx.actor;
  const rows = await ctx.tx.$queryRaw<({ phrase: string; services: number | null } & Lexeme)[]>`
    select phrase, term::text as term, (select c.services from listing_term_count c
        where c.jurisdiction_id = ${jurisdictionId}::uuid and c.term = found.term) as services,
      case when phrase like 'topic:%' then (select t.most from listing_topic_word t
        where t.jurisdiction_id = ${jurisdictionId}::uuid and t.topic = found.term limit 1) end as most
    from (select distinct phrase, hashtextextended(${jurisdictionId} || ':' || lexeme, 0) as term
      from unnest(${unknown}::text[]) as phrase,
        unnest(case when phrase like 'need:%' or phrase like 'topic:%' then array[phrase] else search_lexemes(phrase) end) as lexeme) as found`;
  for (const phrase of unknown) words.lexemes.set(phrase, []);
  for (const { phrase, term, services, most } of rows)
    words.lexemes.set(phrase, [
      ...(words.lexemes.get(phrase) ?? []),
      { term, services: services ?? 0, most },
    ]);
}
