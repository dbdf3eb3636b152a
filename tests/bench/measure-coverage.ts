import { kaplanMeier } from "../../app/domain/measures/kaplan-meier";
import { poissonInterval } from "../../app/domain/measures/poisson-interval";
import {
  type Interval,
  newcombeDifference,
  wilsonInterval,
} from "../../app/domain/measures/proportion-interval";
import { rateRatio } from "../../app/domain/measures/ratio-interval";

/** Share of draws whose printed range held the truth: on average over the true rates, and at the worst of them. */
export interface Coverage {
  kind: string;
  n: number;
  average: number;
  lowest: number;
  lowestAt: number;
  /** Share of draws for which no range is printed. */
  without: number;
}

type Draw = () => number;
type Simulated = { truth: number; range: Interval | null };
type Kind = (n: number, rate: number, draw: Draw) => Simulated;

const DRAWS = 1000;
const rates = Array.from({ length: 49 }, (_, i) => 0.02 + 0.01 * i);

/** mulberry32: the same draws from the same seed on any machine. */
function drawsFrom(seed: number): Draw {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** To how many of n children it happens. */
function happens(n: number, rate: number, draw: Draw): number {
  let count = 0;
  for (let i = 0; i < n; i += 1) if (draw() < rate) count += 1;
  return count;
}

/** Events of a Poisson process in n units of time: waits between them are exponential. */
function events(n: number, rate: number, draw: Draw): number {
  let [at, count] = [0, 0];
  for (;;) {
    at -= Math.log(1 - draw()) / rate;
    if (at > n) return count;
    count += 1;
  }
}

const PERIOD = 365;

/** Children followed for a year or, one in three, for a part of it: the share to whom it has come by then. */
function curveRange(n: number, rate: number, draw: Draw): Interval | null {
  const hazard = -Math.log(1 - rate) / PERIOD;
  const points = Array.from({ length: n }, () => {
    const until = draw() < 1 / 3 ? Math.ceil(draw() * PERIOD) : PERIOD;
    const at = Math.max(1, Math.ceil(-Math.log(1 - draw()) / hazard));
    return at <= until ? { days: at, came: 1, ended: 0 } : { days: until, came: 0, ended: 1 };
  });
  const byDay = new Map<number, { days: number; came: number; ended: number }>();
  for (const { days, came, ended } of points) {
    const known = byDay.get(days) ?? { days, came: 0, ended: 0 };
    byDay.set(days, { days, came: known.came + came, ended: known.ended + ended });
  }
  const last = kaplanMeier([...byDay.values()]).at(-1);
  return last ? { low: 1 - last.high, high: 1 - last.low } : null;
}

const kinds: Record<string, Kind> = {
  wilson: (n, rate, draw) => ({ truth: rate, range: wilsonInterval(happens(n, rate, draw), n) }),
  newcombe: (n, rate, draw) => {
    const [one, two] = [happens(n, rate, draw), happens(n, rate / 2, draw)];
    const range = newcombeDifference({ numerator: one, denominator: n }, { numerator: two, denominator: n });
    return { truth: rate / 2, range };
  },
  poisson: (n, rate, draw) => {
    const { low, high } = poissonInterval(events(n, rate, draw));
    return { truth: rate, range: { low: low / n, high: high / n } };
  },
  log: (n, rate, draw) => {
    const [one, two] = [events(n, rate, draw), events(n, rate / 2, draw)];
    return {
      truth: 2,
      range: rateRatio({ numerator: one, denominator: n }, { numerator: two, denominator: n }).interval,
    };
  },
  log_log: (n, rate, draw) => ({ truth: rate, range: curveRange(n, rate, draw) }),
};

function coverageOf(kind: string, simulate: Kind, n: number, seed: number): Coverage {
  const draw = drawsFrom(seed);
  let without = 0;
  const held = rates.map((rate) => {
    let [within, printed] = [0, 0];
    for (let i = 0; i < DRAWS; i += 1) {
      const { truth, range } = simulate(n, rate, draw);
      if (range === null) continue;
      printed += 1;
      if (range.low <= truth && truth <= range.high) within += 1;
    }
    without += DRAWS - printed;
    return printed === 0 ? 1 : within / printed;
  });
  const lowest = Math.min(...held);
  return {
    ...{ kind, n, lowest, lowestAt: rates[held.indexOf(lowest)] ?? 0 },
    average: held.reduce((sum, share) => sum + share, 0) / held.length,
    without: without / (DRAWS * rates.length),
  };
}

/** Every kind of range at 30, 200 and 2,000, a thousand draws at each of 49 true rates from 2 to 50 %, from fixed seeds. */
export function measureCoverage(): Coverage[] {
  return Object.entries(kinds).flatMap(([kind, simulate], k) =>
    [30, 200, 2000].map((n, i) => coverageOf(kind, simulate, n, 1000 * (k + 1) + i)),
  );
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

export const printCoverage = ({ kind, n, average, lowest, lowestAt, without }: Coverage): string =>
  `  ${kind.padEnd(9)} n = ${String(n).padStart(4)}: held in ${percent(average)} of draws, lowest ${percent(lowest)} at ${percent(lowestAt)}${without > 0 ? `; no range printed in ${percent(without)}` : ""}`;
