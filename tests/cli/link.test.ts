import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { scoreFamilies } from "../bench/linkage/score-families";
import { readClusters, readLinks, readPairs, scoreAll } from "../bench/linkage/score-links";
import { writeFamilies } from "../bench/linkage/write-families";
import { runUpstream, startUpstream } from "./run-upstream";

const shared = path.join(process.env["UPSTREAM_SHARED"] ?? path.resolve("../shared"), "data/linkage");
let folder = "";
const at = (name: string): string => path.join(folder, name);
const words = (a: string, b: string | null, map: string, name: string): string[] => [
  ...["link", "--a", a, ...(b === null ? ["--dedupe"] : ["--b", b]), "--map", map],
  ...["--out", at(`${name}.csv`), "--report", at(`${name}.json`)],
];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "upstream-link-"));
});
afterAll(() => rm(folder, { recursive: true }));

describe("invented families", () => {
  const paths = () => [at("a.csv"), at("b.csv"), at("map.json")] as const;

  beforeAll(async () => {
    await writeFamilies(folder, { seed: 41, records: 3000, noise: 1, familyIds: true });
    const [a, b, map] = paths();
    const ran = await startUpstream(words(a, b, map, "links"));
    expect(ran).toMatchObject({ code: 0, out: "" });
    expect(ran.err).toMatch(
      /^load [\d.]+ s\n[\s\S]*\d+ pairs: \d+ auto, \d+ to review, \d+ others; [\d.]+ s\n$/,
    );
  });

  it("are linked as they are, and no child to a brother or sister", async () => {
    const { scores, siblings, reviews, records } = await scoreFamilies(folder, at("links.csv"));
    const score = (name: string) => scores.find((one) => one.at === name);
    expect(score("W >= 0")?.f1).toBeGreaterThan(0.98);
    expect(score("auto")).toMatchObject({ precision: 1 });
    expect(score("auto")?.recall).toBeGreaterThan(0.88);
    expect(siblings.auto).toEqual([]);
    expect(reviews / records).toBeLessThan(0.05);
  });

  it("give the same bytes again, also from rows in another order and with a tenth of the memory", async () => {
    const [a, b, map] = paths();
    const [head = "", ...rows] = (await readFile(a, "utf8")).trim().split("\n");
    await writeFile(at("turned.csv"), [head, ...rows.reverse()].join("\r\n"));
    const ran = await runUpstream([...words(at("turned.csv"), b, map, "again"), "--memory-limit", "300MB"]);
    expect(ran.code).toBe(0);
    expect(await readFile(at("again.csv"))).toEqual(await readFile(at("links.csv")));
    const read = async (file: string) => {
      const {
        seconds,
        a: side,
        ...rest
      } = JSON.parse(await readFile(at(file), "utf8")) as Record<string, object>;
      expect([Object.keys(seconds ?? {}).length > 5, "completeness" in (side ?? {})]).toEqual([true, true]);
      return rest;
    };
    expect(await read("again.json")).toEqual(await read("links.json"));
  });

  it("come with a report of what was done, and nobody's name in it", async () => {
    const text = await readFile(at("links.json"), "utf8");
    const report = JSON.parse(text) as Record<string, Record<string, unknown>>;
    expect(Object.keys(report)).toEqual(
      "method engine mode a b counts thresholds parameters blocking calibration groups seconds".split(" "),
    );
    expect(report["engine"]).toMatch(/^duckdb v1\./);
    expect(report["thresholds"]!["auto"]).toBeGreaterThanOrEqual(7);
    expect(report["blocking"]!["completeness_estimate"]).toBeGreaterThan(0.98);
    const links = (await readFile(at("links.csv"), "utf8")).trim().split("\n");
    expect(links[0]).toBe("id_a,id_b,weight,probability,zone,rule");
    expect([...links.slice(1)].sort()).toEqual(links.slice(1));
    expect(
      links
        .slice(1)
        .every((line) => /^a\d{10},b\d{10},\d+\.\d{4},[01]\.\d{6},(auto|review|none),\w+$/.test(line)),
    ).toBe(true);
  });
});

describe("a side that holds people twice", () => {
  beforeAll(() =>
    writeFamilies(folder, { seed: 43, records: 3000, noise: 1, familyIds: false, doubles: 0.2 }),
  );

  it("is linked by both records, and to no brother or sister", async () => {
    expect(await runUpstream(words(at("a.csv"), at("b.csv"), at("map.json"), "links"))).toMatchObject({
      code: 0,
    });
    const { scores, siblings } = await scoreFamilies(folder, at("links.csv"));
    const score = (name: string) => scores.find((one) => one.at === name);
    expect(score("auto")).toMatchObject({ precision: 1 });
    expect(score("auto")?.recall).toBeGreaterThan(0.86);
    expect(score("W >= 0")?.f1).toBeGreaterThan(0.98);
    expect(siblings.auto).toEqual([]);
    const { counts } = JSON.parse(await readFile(at("links.json"), "utf8")) as {
      counts: { doubles_a: number; doubles_b: number };
    };
    expect(counts.doubles_a).toBeLessThan(20);
    expect(counts.doubles_b).toBeGreaterThan(150);
  });

  it("is found to hold them, within it, by chains as well", async () => {
    expect(await runUpstream(words(at("b.csv"), null, at("map.json"), "twice"))).toMatchObject({ code: 0 });
    const persons = readClusters(at("persons.csv"), "id", "person");
    const truth = new Set([...persons].filter((pair) => !/(^|\|)a/.test(pair)));
    const scores = scoreAll(readLinks(at("twice.csv")), truth, true);
    const score = (name: string) => scores.find((one) => one.at === name);
    expect(score("auto")?.precision).toBeGreaterThan(0.995);
    expect(score("W >= 0")?.f1).toBeGreaterThan(0.95);
  });
});

describe("files that cannot be used", () => {
  const map = { id: "id", last: "last_name", born: "birth_date" };
  const good = "id,last,born\n1,Lee,2012-03-04\n2,Poe,2013-03-04\n";
  const refuse = async (a: string | Buffer, roles: object, said: string | RegExp, more: string[] = []) => {
    await writeFile(at("bad-a.csv"), a);
    await writeFile(at("bad-b.csv"), good);
    await writeFile(at("bad.json"), JSON.stringify(roles));
    const ran = await runUpstream([
      ...words(at("bad-a.csv"), at("bad-b.csv"), at("bad.json"), "bad-links"),
      ...more,
    ]);
    expect(ran).toMatchObject({ code: 2, out: "" });
    expect(ran.err).toMatch(said);
    expect((await readdir(folder)).filter((name) => /bad-links|\.part$/.test(name))).toEqual([]);
  };

  it.each([
    ["", map, /bad-a.csv is empty/],
    ["id,last,born\n", map, /bad-a.csv has no rows/],
    [good, { ...map, gone: "sex" }, /"gone", which is no column of bad-a.csv or bad-b.csv/],
    [good, { ...map, last: "surname" }, /role surname; roles: id/],
    ["id,last,born\n1,Lee,\n1,Poe,\n2,Roe,\n2,Coe,\n", map, /bad-a.csv: 2 rows repeat an id, such as 1, 2/],
    ["id,last,born\n,Lee,\n", map, /bad-a.csv: 1 rows have no id/],
    ["key,last,born\n1,Lee,\n", map, /bad-a.csv has no column with the role id/],
    [Buffer.from(good, "utf16le"), map, /bad-a.csv is not UTF-8/],
    [Buffer.from("id,last,born\n1,Mu\u00f1oz,\n", "latin1"), map, /bad-a.csv.* is not UTF-8/],
    ['id,last,born\n1,"Lee,\n2,Poe,\n', map, /bad-a.csv line 2 opens a quotation mark/],
    [
      "id,last,born\n1,Lee\n2,Poe,1,2,3\n",
      map,
      /bad-a.csv line 2 has other columns than the first line: 2, not 3/,
    ],
    ["id,last,born,last\n1,Lee,,\n", map, /two columns "last"/],
  ])("are refused with the reason, and nothing is written: %j", (a, roles, said) => refuse(a, roles, said));

  it("are refused when an option is wrong", async () => {
    await refuse(good, map, /--b FILE, or --dedupe/, ["--dedupe"]);
    await refuse(good, map, /--memory-limit wants/, ["--memory-limit", "lots"]);
    await refuse(good, map, /would replace/, ["--out", at("bad-b.csv")]);
    await refuse(good, map, /no such directory/, ["--report", "/nowhere/report.json"]);
    expect(await runUpstream(["link", "--a", at("none.csv"), "--dedupe"])).toMatchObject({ code: 2 });
  });

  it("count the dates that cannot be read, and link two rows all the same", async () => {
    await writeFile(at("few-a.csv"), '\uFEFF"id",last,born\r\n1,Lee,soon\n2,Poe,1900-01-01\r\n');
    await writeFile(at("few-b.csv"), good);
    await writeFile(at("few-map.json"), JSON.stringify(map));
    const ran = await runUpstream(words(at("few-a.csv"), at("few-b.csv"), at("few-map.json"), "few"));
    expect(ran).toMatchObject({ code: 0 });
    const report = JSON.parse(await readFile(at("few.json"), "utf8")) as { a: { birth_date_faults: object } };
    expect(report.a.birth_date_faults).toEqual({ placeholder: 1, unreadable: 1 });
  });
});

describe.skipIf(!existsSync(shared))("the development data", () => {
  const febrl = {
    id: "id",
    given_name: "first_name",
    surname: "last_name",
    street_number: "street_number",
    address_1: "street",
    postcode: "postcode",
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

  it.each([
    ["with an identifier", { ...febrl, soc_sec_id: "identifier" }],
    ["without one", febrl],
  ])("link 500 to 500 %s, no false one by itself", async (name, map) => {
    await writeFile(at("febrl.json"), JSON.stringify(map));
    const [a, b] = [path.join(shared, "febrl1_link/a.csv"), path.join(shared, "febrl1_link/b.csv")];
    expect(await runUpstream(words(a, b, at("febrl.json"), "febrl1"))).toMatchObject({ code: 0 });
    const truth = readPairs(path.join(shared, "febrl1_link/truth.csv"));
    const scores = scoreAll(readLinks(at("febrl1.csv")), truth, false);
    expect(scores.find((one) => one.at === "auto")).toMatchObject({ precision: 1 });
    expect(scores.find((one) => one.at === "W >= 0")?.f1, name).toBeGreaterThanOrEqual(0.998);
  });

  it.each([
    ["febrl3", "febrl3/records.csv", "febrl3/truth.csv", "entity", febrl, 0.995],
    [
      "fake_1000",
      "fake_1000/records_with_cluster.csv",
      "fake_1000/records_with_cluster.csv",
      "cluster",
      fake,
      0.93,
    ],
  ] as const)("are found within one file, as %s", async (name, file, truth, entity, map, bar) => {
    await writeFile(at("map.json"), JSON.stringify(map));
    const a = path.join(shared, file);
    expect(await runUpstream(words(a, null, at("map.json"), name))).toMatchObject({ code: 0 });
    const id = name === "febrl3" ? "id" : "unique_id";
    const scores = scoreAll(
      readLinks(at(`${name}.csv`)),
      readClusters(path.join(shared, truth), id, entity),
      true,
    );
    expect(scores.find((one) => one.at === "W >= 0")?.f1).toBeGreaterThan(bar);
    expect(scores.find((one) => one.at === "auto")).toMatchObject({ precision: 1 });
  });
});
