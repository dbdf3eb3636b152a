import { type ArmResult, type Ratio, ratioOf } from "./compare-arms";
import type { GrowthResult } from "./measure-growth";
import type { HsdsResult } from "./measure-hsds";
import type { Coverage } from "./measure-coverage";
import type { MeasuresResult } from "./measure-measures";
import type { LinkageResult } from "./measure-linkage";
import type { PublicResult } from "./measure-public";
import type { RecordsResult } from "./measure-records";
import type { SendingResult } from "./measure-sending";

export interface Bar {
  name: string;
  wanted: string;
  got: number;
  /** Of a ratio, over the rounds. */
  spread?: Ratio;
  met: boolean;
  /** Share of the bar by which it is missed. */
  missedBy?: number;
}

/** Keeps what was measured, prints its lines and judges its bars. */
export type Take = (name: string, measured: Record<string, unknown>, lines: string[], judged: Bar[]) => void;

const atLeast = (name: string, bar: number, ratio: Ratio): Bar => {
  const met = ratio.median >= bar;
  return {
    name,
    wanted: `>= ${bar}`,
    got: ratio.median,
    spread: ratio,
    met,
    ...(met ? {} : { missedBy: 1 - ratio.median / bar }),
  };
};
const atMost = (name: string, bar: number, got: number, unit: string): Bar => {
  const met = got <= bar;
  return { name, wanted: `<= ${bar} ${unit}`, got, met, ...(met ? {} : { missedBy: got / bar - 1 }) };
};

const speed = (name: string, bar: number, { perSecond, rounds }: ArmResult): Bar =>
  atLeast(name, bar, { median: perSecond, min: Math.min(...rounds), max: Math.max(...rounds) });

export function searchBars({ http, remix, bare }: Record<"http" | "remix" | "bare", ArmResult>): Bar[] {
  return [
    speed("its SQL bare, searches a second", 400, bare),
    atLeast("intake search / its SQL bare", 0.4, ratioOf(http, bare)),
    atLeast("intake search / empty Remix route", 0.8, ratioOf(http, remix)),
    atMost("intake search, 95th percentile", 60, http.p95, "ms"),
  ];
}
export function sendingBars({ http, bare }: SendingResult): Bar[] {
  return [
    atLeast("referral sent / its rows bare", 0.12, ratioOf(http, bare)),
    atMost("referral sent, 95th percentile", 80, http.p95, "ms"),
  ];
}
export function publicBars(result: PublicResult): Bar[] {
  return [
    atLeast("public results / their SQL bare", 0.4, ratioOf(result.http, result.bare)),
    atMost("public results, median, 8 at a time", 40, result.http.p50, "ms"),
    atMost("public results, 95th percentile", 60, result.http.p95, "ms"),
    atMost("public results, HTML with gzip", 30_000, result.gzip, "bytes"),
  ];
}

const atMostRatio = (name: string, bar: number, ratio: Ratio): Bar => ({
  ...atMost(name, bar, ratio.median, "times"),
  spread: ratio,
});
export function growthBars({ wider, denser, word }: GrowthResult): Bar[] {
  return [
    atMostRatio("ten times the services and counties", 1.3, wider),
    atMostRatio("ten times as dense", 5, denser),
    atMost(`the commonest word ("${word.word}"), 95th`, 60, word.p95, "ms"),
  ];
}

export function hsdsBars({ http, bare, servicesPerCore }: HsdsResult): Bar[] {
  const met = servicesPerCore >= 300;
  const services = {
    name: "open data, services a second per core",
    wanted: ">= 300",
    got: servicesPerCore,
    met,
  };
  return [
    { ...services, ...(met ? {} : { missedBy: 1 - servicesPerCore / 300 }) },
    atLeast("open data / its SQL bare", 0.3, ratioOf(http, bare)),
  ];
}
export const importBars = ({ seconds, megabytes }: { seconds: number; megabytes: number }): Bar[] => [
  atMost("import of 100,000 services", 90, seconds, "s"),
  atMost("memory of the importing process", 400, megabytes, "MB"),
];

/** Of imports of records, the smallest first: memory does not grow with the rows. */
export function recordsBars(taken: readonly RecordsResult[]): Bar[] {
  const [small, ...larger] = taken;
  if (!small) return [];
  return larger.map(({ rows, megabytes }) => {
    const name = `memory of ${rows.toLocaleString("en-US")} reports / of ${small.rows.toLocaleString("en-US")}`;
    return atMost(name, 1.2, megabytes / small.megabytes, "times");
  });
}

/** Issue 12, section 5: at California's size in absolute numbers, at any size beside DuckDB's own scan. */
export function measuresBars(taken: readonly MeasuresResult[]): Bar[] {
  const [small, large] = [taken[0], taken.at(-1)];
  const bars = taken.flatMap((one) => {
    const of = `measures of ${one.rows.toLocaleString("en-US")} reports`;
    return [
      atMost(`${of}: all quarters and groups`, 60, one.seconds, "s"),
      atMost(`${of}: one quarter more`, 10, one.quarter, "s"),
      atMost(`${of}: memory`, 4096, one.megabytes, "MB"),
      atMost(`${of}: beside a scan for each primitive`, 3, (one.seconds - one.reading) / one.scan, "times"),
    ];
  });
  if (!small || !large || small === large) return bars;
  return [...bars, atMost("measures of 1 to 10 million", 12, large.seconds / small.seconds, "times")];
}

/** Issue 12, section 2: 93 to 97 % on average over true rates. */
export function coverageBars(taken: readonly Coverage[]): Bar[] {
  return taken.map(({ kind, n, average }) => ({
    name: `coverage of ${kind} at ${n}`,
    wanted: "93 to 97 %",
    got: average * 100,
    met: average >= 0.93 && average <= 0.97,
  }));
}

/** linkage.md 13 and 15: what links by itself is right, the rest is few enough to be read. */
export function linkageBars(taken: readonly LinkageResult[]): Bar[] {
  return taken.flatMap(({ records, noise, found, exact, twoClasses }) => {
    const of = `${records.toLocaleString("en-US")} families' records, errors x ${noise}`;
    const [auto, reviewed] = ["auto", "auto and review"].map((at) =>
      found.scores.find((one) => one.at === at),
    );
    const scoreAt = ({ scores }: typeof found, at: string) => scores.find((one) => one.at === at);
    const once = (got: number): Ratio => ({ median: got, min: got, max: got });
    return [
      atLeast(`${of}: precision of what links by itself`, 0.9995, once(auto?.precision ?? 0)),
      atLeast(`${of}: recall of it`, noise > 1 ? 0.87 : 0.9, once(auto?.recall ?? 0)),
      atLeast(`${of}: recall beside exact agreement's`, 1, once((auto?.recall ?? 0) / exact.recall)),
      atLeast(
        `${of}: precision of all pairs from 7 bits on`,
        0.999,
        once(scoreAt(found, "W >= 7")?.precision ?? 0),
      ),
      atLeast(
        `${of}: F1 of all pairs beside two classes'`,
        1,
        once((scoreAt(found, "W >= 0")?.f1 ?? 0) / (scoreAt(twoClasses.found, "W >= 0")?.f1 || 1)),
      ),
      atLeast(`${of}: recall after review`, 0.98, once(reviewed?.recall ?? 0)),
      atMost(`${of}: in review, of A`, 3, (100 * found.reviews) / found.records, "%"),
      atMost(`${of}: two children of one mother linked`, 0, found.siblings.auto.length, "pairs"),
    ];
  });
}

const number = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(3);

export function printArm({ name, perSecond, p50, p95, rounds }: ArmResult): string {
  return `  ${name.padEnd(52)} ${number(perSecond).padStart(6)}/s  (${rounds.map((one) => one.toFixed(0)).join(", ")})  median ${p50.toFixed(1)} ms, 95th ${p95.toFixed(1)} ms`;
}

export function printBar({ name, wanted, got, spread, met, missedBy }: Bar): string {
  const range = spread ? ` (${number(spread.min)} to ${number(spread.max)} over the rounds)` : "";
  const verdict = met ? "met" : `MISSED by ${((missedBy ?? 0) * 100).toFixed(0)} %`;
  return `  ${verdict.padEnd(16)} ${name.padEnd(40)} ${number(got)}${range}, wanted ${wanted}`;
}
