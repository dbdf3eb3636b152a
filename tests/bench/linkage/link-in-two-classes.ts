import { readFileSync } from "node:fs";
import path from "node:path";
import { DuckDBInstance, type DuckDBConnection } from "@duckdb/node-api";
import { blockCandidates } from "../../../app/analysis/linkage/block-candidates";
import { buildDictionaries } from "../../../app/analysis/linkage/build-dictionaries";
import { loadDecisions } from "../../../app/analysis/linkage/apply-decisions";
import { comparePairs, countPatterns, sampleRandomPairs } from "../../../app/analysis/linkage/compare-pairs";
import { comparisons } from "../../../app/analysis/linkage/comparison-spec";
import { loadAliases } from "../../../app/analysis/linkage/expand-aliases";
import { describeSides, type Sides } from "../../../app/analysis/linkage/linkage-sides";
import { loadRecords, rawColumns, readHeader } from "../../../app/analysis/linkage/load-records";
import { readNicknameFile } from "../../../app/analysis/linkage/nickname-roots";
import { readPattern } from "../../../app/analysis/linkage/pair-pattern";
import { readColumnMap } from "../../../app/analysis/linkage/read-column-map";
import { scorePairs } from "../../../app/analysis/linkage/score-pairs";
import { standardiseRecords } from "../../../app/analysis/linkage/standardise-records";
import type { Model, PatternCount } from "../../../app/analysis/linkage/train-model";
import type { Link } from "./score-links";

const steps = 200;
const startM = 0.85;

const normalise = (weights: number[]): number[] => {
  const sum = weights.slice(1).reduce((total, weight) => total + weight, 0);
  return weights.map((weight, level) => (level === 0 ? 1 : weight / sum));
};

/** Splink's shape: chances among strangers from random pairs, those of the same person and their share by EM, no third class. */
function trainTwoClasses(candidates: PatternCount[], random: PatternCount[], totalPairs: number): Model {
  const count = (pairs: PatternCount[], smooth: number, weigh: (levels: number[]) => number): number[][] => {
    const sums = comparisons.map(({ levels }) => levels.map(() => smooth));
    for (const { pattern, count: n } of pairs) {
      const levels = readPattern(pattern);
      const weight = n * weigh(levels);
      levels.forEach((level, at) => (sums[at]![level]! += weight));
    }
    return sums.map(normalise);
  };
  const u = count(random, 0.5, () => 1);
  let m = comparisons.map(({ levels }) =>
    normalise(levels.map((_, level) => (level === 1 ? startM : (1 - startM) / (levels.length - 2)))),
  );
  let prior = Math.min(0.2, candidates.reduce((sum, one) => sum + one.count, 0) / 10 / totalPairs);
  const chance = (levels: number[], theta: number[][]): number =>
    levels.reduce((product, level, at) => product * theta[at]![level]!, 1);
  for (let step = 0; step < steps; step += 1) {
    const [was, share] = [m, prior];
    const isSame = (levels: number[]): number => {
      const same = share * chance(levels, was);
      return same / (same + (1 - share) * chance(levels, u));
    };
    m = count(candidates, 1, isSame);
    prior =
      candidates.reduce((sum, one) => sum + one.count * isSame(readPattern(one.pattern)), 0) / totalPairs;
  }
  return { m, h: u, u, priorM: prior, priorH: 0, iterations: steps };
}

async function prepare(connection: DuckDBConnection, folder: string): Promise<Sides> {
  const map = readColumnMap(readFileSync(path.join(folder, "map.json"), "utf8"));
  const tables = [];
  const rows = [];
  for (const [side, name] of ["a.csv", "b.csv"].entries()) {
    const header = await readHeader(path.join(folder, name));
    const columns = map.filter(({ column }) => header.names.includes(column));
    rows.push(await loadRecords(connection, `raw_${side}`, header, columns));
    tables.push({ table: `raw_${side}`, columns: new Set(rawColumns(columns).keys()) });
  }
  for (const [side, table] of tables.entries()) await loadAliases(connection, table, side);
  const formats = map.flatMap(({ role, format }) => (role === "birth_date" ? [format, format] : []));
  await buildDictionaries(connection, tables, { nicknames: readNicknameFile(), formats, thisYear: 2026 });
  await standardiseRecords(connection, tables, [0, 0]);
  return describeSides(rows);
}

/** Links a folder's a.csv and b.csv by the same blocking and comparisons, weighed with two classes; every pair of weight 0 or more. */
export async function linkInTwoClasses(folder: string): Promise<{ links: Link[]; seconds: number }> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const since = performance.now();
  const sides = await prepare(connection, folder);
  await loadDecisions(connection, sides, undefined);
  await blockCandidates(connection, sides);
  await comparePairs(connection, sides);
  const random = await sampleRandomPairs(connection, sides);
  await scorePairs(
    connection,
    trainTwoClasses(await countPatterns(connection, "pair"), random, sides.totalPairs),
  );
  const reader = await connection.runAndReadAll(
    "SELECT l.id, r.id, w FROM scored s JOIN s0 l ON l.rid = s.a JOIN s1 r ON r.rid = s.b WHERE w >= 0",
  );
  const links = reader
    .getRows()
    .map(([a, b, w]) => ({ a: String(a), b: String(b), weight: Number(w), zone: "none" }));
  const seconds = (performance.now() - since) / 1000;
  connection.closeSync();
  instance.closeSync();
  return { links, seconds };
}
