import { readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import path from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { startUpstream } from "../cli/run-upstream";
import { linkInTwoClasses } from "./linkage/link-in-two-classes";
import { type FamilyScore, scoreFamilies, scoreFamilyLinks } from "./linkage/score-families";
import type { Score } from "./linkage/score-links";
import { writeFamilies } from "./linkage/write-families";

/** Invented families on two sides, linked by the command, and by exact agreement alone. */
export interface LinkageResult {
  records: number;
  noise: number;
  found: FamilyScore;
  /** Of the linker's own stages, without the start of the command. */
  seconds: number;
  /** First name, last name and birth date the same, once on both sides: what the portal did before it had a linker. */
  exact: { pairs: number; right: number; recall: number; seconds: number };
  /** The same blocking and comparisons, weighed with two classes as others do: without one for members of a household. */
  twoClasses: { found: FamilyScore; seconds: number };
}

const root = "data/bench/families";

async function linkExactly(folder: string, truth: number): Promise<LinkageResult["exact"]> {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  const side = (name: string): string =>
    `(select lower(first) as f, lower(last) as l, born, any_value(id) as id from read_csv('${path.join(folder, name)}', all_varchar = true)
      where first <> '' and last <> '' and born <> '' group by all having count(*) = 1)`;
  const since = performance.now();
  const linked = await connection.runAndReadAll(
    `select a.id, b.id from ${side("a.csv")} a join ${side("b.csv")} b using (f, l, born)`,
  );
  const seconds = (performance.now() - since) / 1000;
  const persons = new Map(
    readFileSync(path.join(folder, "persons.csv"), "utf8")
      .split("\n")
      .map((line) => line.split(","))
      .map(([of, id, person]) => [`${of} ${id}`, person]),
  );
  const rows = linked.getRows();
  const right = rows.filter(
    ([a, b]) => persons.get(`a ${String(a)}`) === persons.get(`b ${String(b)}`),
  ).length;
  connection.closeSync();
  return { pairs: rows.length, right, recall: right / truth, seconds };
}

/** One set of about so many records a side. Seeds under 100 may be tuned on; another number is a set nobody has seen. */
export async function measureLinkage(asked: {
  records: number;
  noise: number;
  seed: number;
}): Promise<LinkageResult> {
  const folder = path.resolve(root, `${asked.records}-${asked.seed}-${asked.noise}`);
  const at = (name: string): string => path.join(folder, name);
  try {
    await writeFamilies(folder, { ...asked, familyIds: false });
    const files = { a: "a.csv", b: "b.csv", map: "map.json", out: "links.csv", report: "report.json" };
    const words = Object.entries(files).flatMap(([name, file]) => [`--${name}`, at(file)]);
    const ran = await startUpstream(["link", ...words]);
    if (ran.code !== 0) throw new Error(`The linker did not end well: ${ran.err.slice(-500)}`);
    const found = await scoreFamilies(folder, at("links.csv"));
    const report = JSON.parse(readFileSync(at("report.json"), "utf8")) as { seconds: Record<string, number> };
    const baseline = await linkInTwoClasses(folder);
    const [all] = found.scores;
    const truth = all && all.recall > 0 ? Math.round(all.right / all.recall) : 0;
    return {
      ...{ records: asked.records, noise: asked.noise, found },
      seconds: Object.values(report.seconds).reduce((sum, one) => sum + one, 0),
      exact: await linkExactly(folder, truth),
      twoClasses: { found: await scoreFamilyLinks(folder, baseline.links), seconds: baseline.seconds },
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const printScore = ({ at, pairs, right, precision, recall, f1 }: Score): string =>
  `    ${at.padEnd(22)} ${pairs} pairs, ${pairs - right} wrong, P ${precision.toFixed(5)}, R ${recall.toFixed(4)}, F1 ${f1.toFixed(4)}`;

/** A result in lines. */
export const printLinkage = ({ noise, found, exact, twoClasses, seconds }: LinkageResult): string[] => [
  `  errors x ${noise}: ${seconds.toFixed(1)} s; exact agreement ${exact.seconds.toFixed(1)} s, ${exact.pairs} pairs, ${exact.pairs - exact.right} wrong, recall ${exact.recall.toFixed(3)}`,
  ...found.scores.map(printScore),
  `    two classes, the same blocking and comparisons: ${twoClasses.seconds.toFixed(1)} s, one pass; children of one mother among its pairs ${twoClasses.found.siblings.all}`,
  ...twoClasses.found.scores.filter(({ at }) => !at.startsWith("auto")).map(printScore),
  ...found.calibration.map(
    ({ from, pairs, predicted, observed }) =>
      `    p >= ${from}: ${pairs} pairs, predicted ${predicted.toFixed(4)}, observed ${observed.toFixed(4)}`,
  ),
];
