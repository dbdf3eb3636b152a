import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { startUpstream } from "../../cli/run-upstream";
import { readClusters, readLinks, readPairs, scoreAll } from "./score-links";

/**
 * Scores the linker on the development data: `node --import tsx tests/bench/linkage/run-score.ts [FOLDER]`. These sets were
 * looked at while the linker was made; what it does on others they do not say.
 */
const shared = path.join(process.env["UPSTREAM_SHARED"] ?? path.resolve("../shared"), "data/linkage");
const folder = path.resolve(process.argv[2] ?? "data/linkage-scores");
if (!existsSync(shared)) throw new Error(`no development data at ${shared}`);
await mkdir(folder, { recursive: true });

const febrl = {
  id: "id",
  given_name: "first_name",
  surname: "last_name",
  street_number: "street_number",
  address_1: "street",
  suburb: "city",
  postcode: "postcode",
  state: "state",
  date_of_birth: { role: "birth_date", format: "yyyyMMdd" },
};
const fake = {
  unique_id: "id",
  first_name: "first_name",
  surname: "last_name",
  dob: { role: "birth_date", format: "yyyy-MM-dd" },
  city: "city",
  email: "email",
};
const at = (file: string): string => path.join(shared, file);
const febrl3 = { a: at("febrl3/records.csv"), truth: readClusters(at("febrl3/truth.csv"), "id", "entity") };
const febrl1 = {
  a: at("febrl1_link/a.csv"),
  b: at("febrl1_link/b.csv"),
  truth: readPairs(at("febrl1_link/truth.csv")),
};
const fakeFile = at("fake_1000/records_with_cluster.csv");
const withSsn = { ...febrl, soc_sec_id: "identifier" };
const sets = [
  { name: "febrl3", ...febrl3, map: withSsn },
  { name: "febrl3 without identifier", ...febrl3, map: febrl },
  { name: "febrl1_link", ...febrl1, map: withSsn },
  { name: "febrl1_link without identifier", ...febrl1, map: febrl },
  { name: "fake_1000", a: fakeFile, truth: readClusters(fakeFile, "unique_id", "cluster"), map: fake },
];

for (const { name, a, truth, map, ...rest } of sets) {
  const place = (ending: string): string => path.join(folder, `${name.replaceAll(" ", "-")}.${ending}`);
  await writeFile(place("map.json"), JSON.stringify(map));
  const b = "b" in rest ? rest.b : undefined;
  const files = ["--map", place("map.json"), "--out", place("links.csv"), "--report", place("report.json")];
  const ran = await startUpstream([
    "link",
    "--a",
    a,
    ...(b === undefined ? ["--dedupe"] : ["--b", b]),
    ...files,
  ]);
  if (ran.code !== 0) throw new Error(ran.err);
  process.stdout.write(`\n${name}: ${ran.err.trim().split("\n").at(-1)}\n`);
  for (const { at: where, pairs, right, precision, recall, f1 } of scoreAll(
    readLinks(place("links.csv")),
    truth,
    b === undefined,
  ))
    process.stdout.write(
      `  ${where.padEnd(22)} ${String(pairs).padStart(6)} pairs ${String(pairs - right).padStart(4)} wrong  P ${precision.toFixed(5)} R ${recall.toFixed(5)} F1 ${f1.toFixed(5)}\n`,
    );
}
