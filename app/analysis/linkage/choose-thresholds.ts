/** Pairs of one weight, by hundredths of a bit, in falling order of weight. */
export type WeightBin = {
  /** Lower end of the bin, in bits. */
  w: number;
  /** Pairs that no hard rule and no rival keeps from an automatic link. */
  free: number;
  /** False ones expected among them. */
  freeFalse: number;
  /** All pairs that contend. */
  contending: number;
  /** True ones expected among them. */
  contendingTrue: number;
};

export type Thresholds = {
  auto: number;
  review: number;
  expectedFalseShare: number;
  expectedMissedShare: number;
  reviewCutByBudget: boolean;
};

const mostFalse = 0.001;
/** Of what was compared: with what blocking never brings and what weighs less than nothing, one in a hundred is meant. */
const mostMissed = 0.01;
/** No automatic link below this, however good the mean of those above it (linkage.md 15.2). */
export const lowestAuto = 7;
const lowestReview = 0;
/** Reviews that an agency can be asked for, as a share of the records of A. */
const reviewBudget = 0.13;

function chooseAuto(bins: WeightBin[]): { auto: number; share: number } {
  let [n, wrong] = [0, 0];
  let chosen = { auto: Math.max(lowestAuto, (bins[0]?.w ?? 0) + 0.01), share: 0 };
  for (const bin of bins) {
    if (bin.w < lowestAuto) break;
    n += bin.free;
    wrong += bin.freeFalse;
    if (n > 0 && wrong / n <= mostFalse) chosen = { auto: bin.w, share: wrong / n };
  }
  return chosen;
}

/**
 * Thresholds without labels: automatic from the lowest weight of at least 7 bits above which one in a thousand is
 * expected to be false; review down to where eight in a thousand are expected to be missed, or the budget ends.
 */
export function chooseThresholds(bins: WeightBin[], recordsA: number): Thresholds {
  const { auto, share } = chooseAuto(bins);
  const total = bins.reduce((sum, bin) => sum + bin.contendingTrue, 0);
  const budget = Math.max(20, Math.floor(reviewBudget * recordsA));
  let [above, reviews, review, isCut] = [0, 0, auto, false];
  for (const bin of bins) {
    const more = bin.contending - (bin.w >= auto ? bin.free : 0);
    if (bin.w < lowestReview || total - above <= mostMissed * total) break;
    if (bin.w < auto && reviews + more > budget) {
      isCut = true;
      break;
    }
    above += bin.contendingTrue;
    reviews += more;
    review = Math.min(review, bin.w);
  }
  return {
    auto,
    review,
    expectedFalseShare: share,
    expectedMissedShare: total === 0 ? 0 : (total - above) / total,
    reviewCutByBudget: isCut,
  };
}
