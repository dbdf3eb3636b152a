/** Bits of a kept weight below what a listing meets of a topic: of the best way met, whole ones first, its number and whether it is whole. */
const wayBits = 9;

/** A way that a topic of listing_topic_word was met by, as it stands below the weight. SQL: `write-topics-met.server.ts`. */
export const metShift = wayBits;

/** What a listing meets of a topic (0 to 1000), and by which of its ways. */
export function readMetTopic(weight: number): { met: number; way: number; entire: boolean } {
  const way = weight & (2 ** wayBits - 1);
  return { met: weight >> wayBits, way: way >> 1, entire: (way & 1) === 1 };
}
