import type { Interval } from "./proportion-interval";

/** Lanczos approximation of ln Γ(x), x > 0, to about 15 digits (g = 7, n = 9). */
const lanczos = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];
function logGamma(x: number): number {
  const z = x - 1;
  const t = z + 7.5;
  const sum = lanczos.reduce((total, c, i) => total + (i === 0 ? c : c / (z + i)), 0);
  return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(t) - t + Math.log(sum);
}

const ENOUGH = 1e-14;
const MOST_STEPS = 100_000;

/** Regularised lower incomplete gamma P(a, x): a series below a + 1, a continued fraction above. */
function gammaShare(a: number, x: number): number {
  if (x <= 0) return 0;
  const front = Math.exp(a * Math.log(x) - x - logGamma(a));
  if (x < a + 1) {
    let [term, sum] = [1 / a, 1 / a];
    for (let n = 1; n < MOST_STEPS && Math.abs(term) > Math.abs(sum) * ENOUGH; n++) {
      term *= x / (a + n);
      sum += term;
    }
    return front * sum;
  }
  const tiny = Number.MIN_VALUE / Number.EPSILON;
  let b = x + 1 - a;
  let [c, d] = [1 / tiny, 1 / b];
  let h = d;
  for (let i = 1; i < MOST_STEPS; i++) {
    const an = -i * (i - a);
    b += 2;
    d = 1 / (an * d + b || tiny);
    c = b + an / c || tiny;
    h *= d * c;
    if (Math.abs(d * c - 1) < ENOUGH) break;
  }
  return 1 - front * h;
}

/** The mean m at which P(a, m) is `share`, halved down to. */
function solve(a: number, share: number): number {
  let [low, high] = [0, a + 20 * Math.sqrt(a) + 20];
  for (let i = 0; i < 200 && high - low > ENOUGH * high; i++) {
    const middle = (low + high) / 2;
    if (gammaShare(a, middle) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

const TAIL = 0.025;

/**
 * Exact (Garwood) 95 % interval of a Poisson count, in events: 0 gives 0 to 3.69, 10 gives 4.80 to 18.39. Divided by the days
 * it is that of the rate.
 */
export function poissonInterval(count: number): Interval {
  return { low: count === 0 ? 0 : solve(count, TAIL), high: solve(count + 1, 1 - TAIL) };
}
