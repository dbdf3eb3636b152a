import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, expect, it } from "vitest";
import { scoreFamilies } from "../bench/linkage/score-families";
import { writeFamilies } from "../bench/linkage/write-families";
import { runUpstream } from "./run-upstream";

let folder = "";
const at = (name: string): string => path.join(folder, name);

/** Every sixth record of B has another name by now, and its former one beside it. */
async function rename(): Promise<void> {
  const rows = parse(await readFile(at("b.csv"))) as string[][];
  const [head = [], ...people] = rows;
  const [first, last] = [head.indexOf("first"), head.indexOf("last")];
  const renamed = people.map((cells, row) => {
    if (row % 6 > 0 || cells[last] === "") return [...cells, ""];
    const other = people[(row * 31 + 7) % people.length] ?? [];
    const named = cells.with(last, other[last] ?? "").with(first, other[first] ?? "");
    return [...named, `${cells[last]}, ${cells[first]}; Nobody Elsewhere`];
  });
  const lines = [[...head, "known as"], ...renamed].map((cells) =>
    cells.map((cell) => (cell.includes(",") ? `"${cell}"` : cell)).join(","),
  );
  await writeFile(at("b.csv"), lines.join("\n"));
}

async function linkWith(map: object): Promise<Awaited<ReturnType<typeof scoreFamilies>>> {
  await writeFile(at("map.json"), JSON.stringify(map));
  const files = { a: "a.csv", b: "b.csv", map: "map.json", out: "links.csv", report: "report.json" };
  const words = Object.entries(files).flatMap(([name, file]) => [`--${name}`, at(file)]);
  expect(await runUpstream(["link", ...words])).toMatchObject({ code: 0 });
  return scoreFamilies(folder, at("links.csv"));
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "upstream-aliases-"));
  await writeFamilies(folder, { seed: 44, records: 3000, noise: 1, familyIds: false });
  await rename();
});
afterAll(() => rm(folder, { recursive: true }));

it("a former name counts as the name, and links nobody to a brother or sister", async () => {
  const map = JSON.parse(await readFile(at("map.json"), "utf8")) as object;
  const without = await linkWith(map);
  const withNames = await linkWith({ ...map, "known as": "aliases" });
  const auto = ({ scores }: typeof without) => scores.find((one) => one.at === "auto");
  expect(auto(withNames)?.precision).toBe(1);
  expect(auto(withNames)?.recall).toBeGreaterThan((auto(without)?.recall ?? 1) + 0.1);
  expect(withNames.siblings.auto).toEqual([]);
  const links = (await readFile(at("links.csv"), "utf8")).trim().split("\n").slice(1);
  const pairs = links.map((line) => line.split(",").slice(0, 2).join());
  expect(new Set(pairs).size).toBe(pairs.length);
});
