import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";

/** Scores of LINKS.csv against the truth. Development only: no linker code reads a truth file. */
export type Score = {
  at: string;
  pairs: number;
  right: number;
  precision: number;
  recall: number;
  f1: number;
};
export type Link = { a: string; b: string; weight: number; zone: string };

const readRows = (file: string): Record<string, string>[] =>
  parse(readFileSync(file), { columns: true, relax_column_count: true }) as Record<string, string>[];

export const readLinks = (file: string): Link[] =>
  readRows(file).map((row) => ({
    a: row["id_a"] ?? "",
    b: row["id_b"] ?? "",
    weight: Number(row["weight"]),
    zone: row["zone"] ?? "",
  }));

/** The true pairs of a file of `id` and entity, within it; each pair once, its ids in order. */
export function readClusters(file: string, id: string, entity: string): Set<string> {
  const members = new Map<string, string[]>();
  for (const row of readRows(file)) {
    const key = row[entity] ?? "";
    members.set(key, [...(members.get(key) ?? []), row[id] ?? ""]);
  }
  const pairs = [...members.values()].flatMap((ids) =>
    ids.flatMap((one, at) => ids.slice(at + 1).map((other) => pairKey(one, other))),
  );
  return new Set(pairs);
}

/** The true pairs of a file `id_a,id_b`. */
export const readPairs = (file: string): Set<string> =>
  new Set(readRows(file).map((row) => `${row["id_a"]}|${row["id_b"]}`));

const pairKey = (one: string, other: string): string => (one < other ? `${one}|${other}` : `${other}|${one}`);

/** Precision, recall and F1 of the links that pass. */
function scoreLinks(
  links: Link[],
  truth: ReadonlySet<string>,
  at: string,
  passes: (link: Link) => boolean,
  isWithin: boolean,
): Score {
  const chosen = links.filter(passes);
  const right = chosen.filter(({ a, b }) => truth.has(isWithin ? pairKey(a, b) : `${a}|${b}`)).length;
  const precision = chosen.length === 0 ? 1 : right / chosen.length;
  const recall = truth.size === 0 ? 1 : right / truth.size;
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { at, pairs: chosen.length, right, precision, recall, f1 };
}

/** One to one: each record keeps its best pair, and a pair is kept where it is the best of both. */
function keepMutualBest(links: Link[]): Link[] {
  const best = new Map<string, number>();
  for (const { a, b, weight } of links)
    for (const key of [`a${a}`, `b${b}`]) best.set(key, Math.max(best.get(key) ?? -Infinity, weight));
  return links.filter(({ a, b, weight }) => best.get(`a${a}`) === weight && best.get(`b${b}`) === weight);
}

/** The best F1 that any threshold gives: chosen with labels, so never to be reported alone. */
function findBest(links: Link[], truth: ReadonlySet<string>, isWithin: boolean): Score {
  const sorted = [...links].sort((x, y) => y.weight - x.weight);
  let [right, best, bestAt] = [0, 0, 0];
  sorted.forEach(({ a, b, weight }, at) => {
    right += truth.has(isWithin ? pairKey(a, b) : `${a}|${b}`) ? 1 : 0;
    const f1 = (2 * right) / (at + 1 + truth.size);
    if (f1 > best && sorted[at + 1]?.weight !== weight) [best, bestAt] = [f1, weight];
  });
  return scoreLinks(
    links,
    truth,
    `best, W >= ${bestAt.toFixed(2)}`,
    ({ weight }) => weight >= bestAt,
    isWithin,
  );
}

/** Scores at weights 0, 7 and 10, at the automatic zone, at automatic and review, and the best of all. */
export function scoreAll(links: Link[], truth: ReadonlySet<string>, isWithin: boolean): Score[] {
  return [
    ...[0, 7, 10].map((w) => scoreLinks(links, truth, `W >= ${w}`, ({ weight }) => weight >= w, isWithin)),
    scoreLinks(links, truth, "auto", ({ zone }) => zone === "auto", isWithin),
    scoreLinks(links, truth, "auto and review", ({ zone }) => zone !== "none", isWithin),
    findBest(links, truth, isWithin),
    ...(isWithin ? [] : [scoreLinks(keepMutualBest(links), truth, "W >= 0, one to one", () => true, false)]),
  ];
}
