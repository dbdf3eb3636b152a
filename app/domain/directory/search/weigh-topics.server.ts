import type { Ctx } from "../../kernel/context";
import type { AskedTopic } from "./expand-topics";
import { type KnownWords, phraseOf, topicPhrase } from "./known-phrases";
import { lookUpWords, openWords } from "./known-words.server";
import { tooLittle, type WeighedWord, weighWay } from "./weigh-way";

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

const aheadPhrases = ({ ways, known = ways.length }: AskedTopic): string[] =>
  known < ways.length ? [topicPhrase(ways.slice(known))] : [];

/** Ways that are weighed ahead are one word. */
function withAhead(
  topics: readonly AskedTopic[],
  known: KnownWords,
  weighed: readonly WeighedWord[],
): WeighedWord[] {
  const ahead = topics.map((topic) => known.lexemes.get(aheadPhrases(topic)[0] ?? "")?.[0]);
  const isAhead = ({ topic, way }: WeighedWord) =>
    typeof ahead[topic]?.most === "number" && way >= (topics[topic]?.known ?? Infinity);
  const words = topics.flatMap(({ weight, known: way = 0 }, topic) => {
    const { term, most } = ahead[topic] ?? {};
    return term && most && weighed.some((word) => word.topic === topic && isAhead(word))
      ? [{ topic, way, term, share: 1, most: weight * most, need: false, ahead: true }]
      : [];
  });
  return [...weighed.filter((word) => !isAhead(word)), ...words];
}

/**
 * The words of topics with what each counts in this jurisdiction, as they were counted at `version` of its lists. The database
 * (listing_term_count, listing_topic_word) is asked only for phrases that this process has not met.
 */
export async function weighTopics(
  ctx: Ctx,
  topics: readonly AskedTopic[],
  version: number,
): Promise<WeighedWord[]> {
  if (topics.length === 0) return [];
  const words = await openWords(ctx, version);
  await lookUpWords(
    ctx,
    words,
    topics.flatMap((topic) => [...topic.ways.map(phraseOf), ...aheadPhrases(topic)]),
  );
  const weighed = topics.flatMap(({ ways, weight }, topic) =>
    ways.flatMap((way, at) => weighWay(words, way, weight, { topic, way: at })),
  );
  const best = Math.max(0, ...weighed.map(({ most }) => most));
  // Known ways are compared with their own, as they are when they are weighed ahead.
  const bestKnown = topics.map(({ known = Infinity }, at) =>
    Math.max(0, ...weighed.filter(({ topic, way }) => topic === at && way >= known).map(({ most }) => most)),
  );
  const bestBeside = ({ topic, way }: WeighedWord): number =>
    way >= (topics[topic]?.known ?? Infinity) ? (bestKnown[topic] ?? best) : best;
  const telling = withoutTwins(weighed).filter(
    (word) => word.need || word.most >= bestBeside(word) * tooLittle || word.most === 0,
  );
  return withAhead(topics, words, telling);
}
