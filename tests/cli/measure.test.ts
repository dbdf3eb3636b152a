import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { MeasureResult } from "../../app/domain/measures/measure-result";
import { runUpstream, startUpstream } from "./run-upstream";

let folder = "";
const file = (name: string, lines: string[]): Promise<void> =>
  writeFile(path.join(folder, name), `${lines.join("\n")}\n`);

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "upstream-measure-"));
  await mkdir(path.join(folder, "records"));
  await mkdir(path.join(folder, "portal"));
  await file("records/children.csv", [
    "child_id,dob,sex,race_codes,hispanic",
    "same-incident,2015-01-01,female,black,false",
    "turns-18,2007-06-01,male,white,false",
    "day-4,2016-01-01,male,white,true",
    "in-care,2016-01-01,male,black;white,false",
    "removed,2016-01-01,2,white,true",
    "anniversary,2016-01-01,1,,",
    "origin,2016-01-01,1,,",
    "moved,2016-01-01,1,,",
    "young-window,2016-01-01,1,,",
  ]);
  await file("records/reports.csv", [
    "report_id,child_id,report_date,incident_date,screen_decision,disposition",
    "r0,same-incident,2024-01-10,2024-01-09,screened_out,",
    "r1,same-incident,2024-02-10,2024-01-09,screened_in,substantiated",
    "r2,day-4,2024-03-05,,screened_in,1",
    "r3,anniversary,2025-01-15,,screened_in,substantiated",
    "r4,origin,2024-01-20,,screened_in,substantiated",
    "r5,origin,2024-01-15,,screened_in,substantiated",
    "r6,moved,2024-02-01,,screened_in,substantiated",
    "r7,young-window,2024-12-20,,screened_in,substantiated",
  ]);
  await file("records/removals.csv", [
    "removal_id,child_id,entry_date,exit_date",
    "m1,in-care,2024-01-01,",
    "m2,removed,2024-05-01,",
  ]);
  await file("portal/index.csv", [
    "child_id,index_date,left_jurisdiction,death_date,origin_report_id",
    "same-incident,2024-01-15,,,",
    "turns-18,2024-12-01,,,",
    "day-4,2024-03-01,,,",
    "in-care,2024-01-15,,,",
    "removed,2024-01-20,,,",
    "anniversary,2024-01-15,,,",
    "origin,2024-01-15,,,r4",
    "moved,2024-01-15,2024-06-01,,",
    "young-window,2024-12-15,,,",
    ",2024-02-02,,,",
  ]);
  await file("portal/referrals.csv", [
    "referral_id,family_id,child_id,sent,status,enrolled,close_reason",
    "a,f1,day-4,2024-01-15,connected,2024-03-15,",
    "b,f1,day-4,2024-02-15,connected,2024-04-16,",
    "c,f2,in-care,2024-01-15,draft,,",
    "d,f3,in-care,2024-01-15,withdrawn,,duplicate",
    "e,f4,removed,2024-01-15,declined_by_family,,cost",
    "f,f5,removed,2024-11-15,sent,,",
  ]);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const wordsOf = (measures: string, dataThrough: string, ...more: string[]) => [
  ...["measure", "--records", path.join(folder, "records"), "--portal", path.join(folder, "portal")],
  ...["--measures", measures, "--period", "2024-01-01..2024-12-31", "--data-through", dataThrough, ...more],
];

async function measure(measures: string, dataThrough: string, ...more: string[]): Promise<MeasureResult[]> {
  const ran = await runUpstream(wordsOf(measures, dataThrough, "--json", ...more));
  expect(ran.err).toBe("");
  expect(ran.code).toBe(0);
  return JSON.parse(ran.out) as MeasureResult[];
}

const why = (result: MeasureResult | undefined, id: string): string =>
  result?.members?.find((member) => member.id === id)?.reason ?? "nobody";

describe("upstream measure", () => {
  it("follows children from the day after the referral and says why each one counts or not", async () => {
    const [sub, rem] = await measure("OUT-SUB-12,OUT-REM-12", "2026-01-01", "--members", "--no-suppress");
    expect(sub).toMatchObject({
      denominator: 7,
      numerator: 2,
      maturity: { state: "mature", complete: 1 },
      interval: "wilson",
    });
    expect(sub?.chain).toEqual({ referred: 10, linked: 9, atRisk: 9, windowComplete: 9, counted: 7 });
    expect(why(sub, "same-incident")).toContain("already reported: not counted");
    expect(why(sub, "turns-18")).toBe("turned 18 on 2025-06-01, inside the window");
    expect(why(sub, "day-4")).toBe("confirmed report on 2024-03-05, day 4");
    expect(why(sub, "anniversary")).toBe("no confirmed report from 2024-01-16 to 2025-01-14");
    expect(why(sub, "origin")).toMatch(/^no confirmed report/);
    expect(why(sub, "moved")).toBe("left the jurisdiction on 2024-06-01, inside the window");
    expect(why(sub, "row 10")).toContain("not linked");
    expect(why(rem, "in-care")).toBe("in care on the index day");
    expect(rem?.chain).toEqual({ referred: 10, linked: 9, atRisk: 8, windowComplete: 8, counted: 6 });
  });

  it("does not count windows that are still open, lag with them", async () => {
    const [late] = await measure("OUT-SUB-12", "2025-03-01", "--no-suppress");
    expect(late).toMatchObject({ maturity: { state: "unavailable" }, denominator: null, value: null });
    const [early] = await measure("OUT-SUB-12", "2025-12-14", "--no-suppress");
    expect(early?.maturity.state).toBe("mature");
    const [lagged] = await measure("OUT-SUB-12", "2025-12-14", "--reporting-lag", "1", "--no-suppress");
    expect(lagged?.maturity).toEqual({ state: "provisional", complete: 0.888 });
    expect(lagged?.denominator).toBe(6);
  });

  it("counts referrals and families, whatever became of them", async () => {
    const results = await measure("REF-N,REF-ENR60", "2025-01-13", "--no-suppress");
    expect(results.map((r) => [r.measure, r.part, r.numerator, r.denominator, r.maturity.state])).toEqual([
      ["REF-N", "referrals", 4, null, "mature"],
      ["REF-N", "families", 3, null, "mature"],
      ["REF-ENR60", "referrals", null, null, "unavailable"],
      ["REF-ENR60", "families", null, null, "unavailable"],
    ]);
    const [, , enrolled, families] = await measure("REF-N,REF-ENR60", "2025-01-14", "--no-suppress");
    expect([enrolled?.numerator, enrolled?.denominator]).toEqual([1, 4]);
    expect([families?.numerator, families?.denominator]).toEqual([1, 3]);
  });

  it("runs as a person starts it, one line a result", async () => {
    const ran = await startUpstream(wordsOf("REF-N", "2025-01-13", "--no-suppress"));
    expect([ran.code, ran.err]).toEqual([0, ""]);
    expect(ran.out).toBe(
      "2024-01-01 to 2024-12-31, data through 2025-01-13\nREF-N / referrals: 4\nREF-N / families: 3\n",
    );
  });

  it("hides small counts unless told not to", async () => {
    const [sub] = await measure("OUT-SUB-12", "2026-01-01", "--members");
    expect(sub).toMatchObject({
      denominator: null,
      numerator: null,
      value: null,
      low: null,
      suppressed: "primary",
    });
    expect(sub?.members).toBeUndefined();
  });

  it("counts nothing where a file's dates cannot be read, and says which cell", async () => {
    const records = await mkdtemp(path.join(tmpdir(), "upstream-measure-"));
    await writeFile(path.join(records, "children.csv"), "child_id,dob\nday-4,2016-01-01\n");
    await writeFile(
      path.join(records, "reports.csv"),
      'report_id,narrative,child_id,report_date\nr1,"two\nlines",day-4,2024-03-05\nr2,,day-4,03/05/2024\nr3,,day-4,3/6/24\n',
    );
    const words = wordsOf("OUT-RPT-12", "2026-01-01", "--json");
    const ran = await runUpstream(
      words.map((word) => (word === path.join(folder, "records") ? records : word)),
    );
    expect([ran.code, ran.out]).toEqual([2, ""]);
    expect(ran.err.trim()).toBe(
      "reports.csv line 4, report_date: is not a date written YYYY-MM-DD, and 1 more cells. Nothing was counted.",
    );
    await rm(records, { recursive: true });
  });

  it("has a row for the missing in every breakdown", async () => {
    const results = await measure("OUT-RPT-12", "2026-01-01", "--by", "race,age", "--no-suppress");
    const missing = results.filter(({ stratum }) => Object.values(stratum ?? {})[0] === "missing");
    expect(missing.map(({ stratum, denominator, value }) => [stratum, denominator, value])).toEqual([
      [{ race: "missing" }, 3, 33.33333333333333],
      [{ age: "missing" }, 0, null],
    ]);
  });

  it("names what a measure lacks", async () => {
    const [p1] = await measure("CFSR4-P1", "2026-01-01");
    expect(p1?.blocked_by).toEqual(["removals.exit_reason", "placements.csv"]);
    const [functioning] = await measure("FUNC-PP", "2026-01-01");
    expect(functioning?.blocked_by).toEqual(["defined_not_tracked: needs tool_scores"]);
    await rm(path.join(folder, "records/removals.csv"));
    const [rem] = await measure("OUT-REM-12", "2026-01-01");
    expect(rem?.blocked_by).toEqual(["removals.csv"]);
  });

  it("says which federal data-quality limits the files are beyond, and blocks on them when asked to", async () => {
    const records = await mkdtemp(path.join(tmpdir(), "upstream-measure-"));
    const ids = Array.from({ length: 40 }, (_, i) => `q${i}`);
    const rows = ids.map((id, i) => `${id},${id},2023-01-01,2024-02-01,${i < 10 ? "" : "reunification"}`);
    const write = (name: string, lines: string[]) => writeFile(path.join(records, name), lines.join("\n"));
    await write("children.csv", ["child_id,dob", ...ids.map((id) => `${id},2015-01-01`)]);
    await write("removals.csv", ["removal_id,child_id,entry_date,exit_date,exit_reason", ...rows]);
    const words = wordsOf("CFSR4-P4", "2026-01-01", "--json", "--no-suppress").map((word) =>
      word === path.join(folder, "records") ? records : word,
    );
    const read = async (more: string[]) =>
      (JSON.parse((await runUpstream([...words, ...more])).out) as MeasureResult[])[0];
    const told = await read([]);
    expect(told).toMatchObject({ denominator: 30, missing: 10, blocked_by: [] });
    expect(told?.warnings).toContain("data quality: no_exit_reason 25.0 %");
    expect((await read(["--strict"]))?.blocked_by).toContain("data quality: no_exit_reason 25.0 %");
    await rm(records, { recursive: true });
  });

  it("refuses what cannot be used with 2 and a sentence", async () => {
    const base = [
      "measure",
      "--records",
      folder,
      "--measures",
      "REF-N",
      "--period",
      "2024-01-01..2024-12-31",
    ];
    for (const [words, said] of [
      [[...base], "--data-through is needed"],
      [[...base, "--data-through", "2024-02-30"], "wants a date"],
      [[...base, "--data-through", "2199-01-01"], "--data-through is after today"],
      [
        [
          "measure",
          "--records",
          "/no/such",
          "--measures",
          "REF-N",
          "--period",
          "2024-01-01..2024-12-31",
          "--data-through",
          "2025-01-01",
        ],
        "no such directory",
      ],
      [
        [...base.slice(0, 4), "NOPE", ...base.slice(5), "--data-through", "2025-01-01"],
        "no such measure: NOPE",
      ],
      [[...base, "--data-through", "2025-01-01", "--bogus"], "Unknown option"],
    ] as const) {
      const ran = await runUpstream([...words]);
      expect([ran.code, ran.out]).toEqual([2, ""]);
      expect(ran.err).toContain(said);
      expect(ran.err).not.toMatch(/\bat .*:\d+/);
    }
  });
});
