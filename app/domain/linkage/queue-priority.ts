/** What is known of an open pair before anybody looks at it; nothing of what happened to the child. */
export type OpenPair = {
  /** Of the model; null where a reader found the pair. */
  probability: number | null;
  /** Referrals that count in the outcomes only if the child is found. */
  referrals: number;
  /** Brothers and sisters here without a link: evidence for one speaks for the others. */
  unlinkedSiblings: number;
};

/**
 * How much an answer tells and how much rests on it: the uncertainty of the pair (1 where the chances are even, 0 where it
 * is sure) times one and a half for each doubling of what waits for it. Removals and reports are left out on purpose: a
 * place in the queue must not tell a reader of them.
 */
export function queuePriority({ probability, referrals, unlinkedSiblings }: OpenPair): number {
  const p = probability ?? 0.5;
  const uncertainty = 4 * p * (1 - p);
  return uncertainty * (1 + 0.5 * Math.log2(1 + referrals + unlinkedSiblings));
}
