import { Prisma } from "~/db/generated/client";
import type { Ctx } from "../../kernel/context";
import { needsInForce } from "../code-lists/needs-in-force.server";
import { needs } from "../needs/needs";
import { knownWays } from "../search/expand-topics";
import { phraseOf, topicPhrase } from "../search/known-phrases";
import { lookUpWords, openWords } from "../search/known-words.server";
import { tooLittle, weighWay } from "../search/weigh-way";
import { replaceTerms, topicsMet } from "./topics-met.server";

type TopicWord = { topic: string; way: number; term: string; root: number; words: number; most: number };

/** The words of every known topic with what they weigh by the counts that stand. */
async function weighKnown(ctx: Ctx): Promise<TopicWord[]> {
  const { topics } = await needsInForce(ctx);
  const known = new Map(
    knownWays(
      topics,
      needs.map(({ en }) => en),
    ).map((ways) => [topicPhrase(ways), ways]),
  );
  const words = await openWords(ctx, null);
  await lookUpWords(ctx, words, [...known.keys(), ...[...known.values()].flat().map(phraseOf)]);
  return [...known].flatMap(([phrase, ways]) => {
    const topic = words.lexemes.get(phrase)?.[0]?.term ?? "0";
    const weighed = ways.map((way, at) => weighWay(words, way, 1, { topic: 0, way: at }));
    const most = Math.max(0, ...weighed.flat().map((word) => word.most));
    const telling = weighed.filter((of) => (of[0]?.most ?? 0) >= most * tooLittle);
    return telling.flatMap((of) =>
      of.map(({ way, term, share, most: whole }) => ({
        topic,
        way,
        term,
        root: Math.sqrt(whole / most) * share,
        words: of.length,
        most,
      })),
    );
  });
}

async function replaceWords(ctx: Ctx, words: readonly TopicWord[]): Promise<void> {
  const { jurisdictionId } = ctx.actor;
  await ctx.tx.$executeRaw`delete from listing_term t using (
      select distinct topic from listing_topic_word where jurisdiction_id = ${jurisdictionId}::uuid) as known
    where t.term = known.topic`;
  await ctx.tx.listingTopicWord.deleteMany({ where: { jurisdictionId } });
  await ctx.tx.listingTopicWord.createMany({
    data: words.map((word) => ({
      ...word,
      jurisdictionId,
      topic: BigInt(word.topic),
      term: BigInt(word.term),
    })),
    skipDuplicates: true,
  });
}

/**
 * Weighs the known topics anew and writes of every listing what it meets of them, so that a search reads one row a listing and topic.
 * What changes of a listing afterwards is written with it. A listing saved meanwhile waits, or writes its row the same way.
 */
export async function writeTopicsMet(ctx: Ctx): Promise<void> {
  await replaceWords(ctx, await weighKnown(ctx));
  const row = Prisma.sql`cell, service_id, may, age_min, age_max`;
  const said = Prisma.sql`(select ${ctx.actor.jurisdictionId}::uuid as jurisdiction_id, term, weight, ${row} from listing_term) as said`;
  await ctx.tx.$executeRaw`insert into listing_term (term, weight, ${row})
    select topic, weight, ${row} from (${topicsMet(said, row)}) as met order by topic, cell, service_id ${replaceTerms}`;
}
