import { existsSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { startUpstream } from "../../cli/run-upstream";
import { scoreFamilies } from "./score-families";
import { writeFamilies } from "./write-families";

/**
 * Makes invented families, links them and scores it:
 * `node --import tsx tests/bench/linkage/run-families.ts --records 5000 [--seed 1] [--noise 1] [--family-ids] [--doubles 0.1] [--twins 0.3] [--memory-limit 1GB] [--folder DIR]`.
 * Seeds under 100 may be tuned on; those from 1000 on are looked at once.
 */
const text = { type: "string" } as const;
const { values } = parseArgs({
  options: {
    records: text,
    seed: text,
    noise: text,
    doubles: text,
    twins: text,
    "family-ids": { type: "boolean" },
    "memory-limit": text,
    folder: text,
    "make-only": { type: "boolean" },
  },
});
const asked = {
  records: Number(values.records ?? 5000),
  seed: Number(values.seed ?? 1),
  noise: Number(values.noise ?? 1),
  familyIds: values["family-ids"] ?? false,
  ...(values.doubles !== undefined && { doubles: Number(values.doubles) }),
  ...(values.twins !== undefined && { twins: Number(values.twins) }),
};
const folder = path.resolve(values.folder ?? "data/families", Object.values(asked).join("-"));
const at = (name: string): string => path.join(folder, name);
if (!existsSync(at("map.json"))) await writeFamilies(folder, asked);
if (!values["make-only"]) {
  const limit = values["memory-limit"] === undefined ? [] : ["--memory-limit", values["memory-limit"]];
  const ran = await startUpstream([
    "link",
    "--a",
    at("a.csv"),
    "--b",
    at("b.csv"),
    "--map",
    at("map.json"),
    "--out",
    at("links.csv"),
    "--report",
    at("report.json"),
    ...limit,
  ]);
  process.stdout.write(ran.err);
  if (ran.code !== 0) process.exit(1);
  const found = await scoreFamilies(folder, at("links.csv"));
  for (const { at: where, pairs, right, precision, recall, f1 } of found.scores)
    process.stdout.write(
      `  ${where.padEnd(22)} ${String(pairs).padStart(7)} pairs ${String(pairs - right).padStart(5)} wrong  P ${precision.toFixed(5)} R ${recall.toFixed(5)} F1 ${f1.toFixed(5)}\n`,
    );
  process.stdout.write(
    `  review ${((100 * found.reviews) / found.records).toFixed(2)} % of A; siblings in auto ${found.siblings.auto.length}, in all ${found.siblings.all}\n`,
  );
  for (const { from, pairs, predicted, observed } of found.calibration)
    process.stdout.write(
      `  p >= ${from}: ${pairs} pairs, predicted ${predicted.toFixed(4)}, observed ${observed.toFixed(4)}\n`,
    );
}
