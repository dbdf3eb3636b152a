import { describe, expect, it } from "vitest";
import { counts, countFiles, why, type Files } from "../../../tests/setup/measure-files";

const reportHead = "report_id,child_id,report_date,incident_date,disposition,fatality";
const year = { period: ["2023-10-01", "2024-09-30"] as [string, string], dataThrough: "2025-12-31" };
const ids = "d14 d15 d365 d366 chain same-incident died once alternative indicated".split(" ");
const files: Files = {
  children: [
    "child_id,dob",
    ...ids.map((id) => `${id},2015-01-01`),
    "unborn,2024-02-01",
    "grown,2006-06-01",
    "is-18,2005-11-01",
  ],
  reports: [
    reportHead,
    "1,d14,2024-01-01,,substantiated,",
    "2,d14,2024-01-15,,substantiated,",
    "3,d15,2024-01-01,,substantiated,",
    "4,d15,2024-01-16,,substantiated,",
    "5,d365,2023-10-01,,substantiated,",
    "6,d365,2024-09-30,,substantiated,",
    "7,d366,2024-01-01,,substantiated,",
    "8,d366,2025-01-01,,substantiated,",
    "9,chain,2024-01-01,,substantiated,",
    "10,chain,2024-01-13,,substantiated,",
    "11,chain,2024-01-25,,substantiated,",
    "12,same-incident,2024-01-01,2023-12-30,substantiated,",
    "13,same-incident,2024-02-01,2023-12-30,substantiated,",
    "14,same-incident,2024-03-01,2024-02-28,substantiated,",
    "15,died,2024-01-01,,substantiated,yes",
    "16,once,2024-01-01,,substantiated,",
    "17,once,2024-03-01,,unsubstantiated,",
    "18,alternative,2024-01-01,,alternative_response_victim,",
    "19,indicated,2024-01-01,,indicated,",
    "20,indicated,2024-03-01,,indicated,",
    "21,unborn,2024-01-01,,substantiated,",
    "22,grown,2024-05-01,,substantiated,",
    "23,grown,2024-06-01,,substantiated,",
    "24,is-18,2024-01-01,,substantiated,",
  ],
};

describe("CFSR4-S2, recurrence", () => {
  it("counts another report on day 15 to 365 after the initial one", async () => {
    const counted = await countFiles(files, "CFSR4-S2", year);
    expect(why(counted, "d14")).toBe("= second report on day 14: same episode of reporting");
    expect(why(counted, "d15")).toBe("+ another report on day 15");
    expect(why(counted, "d365")).toBe("+ another report on day 365");
    expect(why(counted, "d366")).toBe("= reported on 2024-01-01, no other confirmed report by 2024-12-31");
    expect(why(counted, "chain")).toBe("+ another report on day 24");
    expect(why(counted, "same-incident")).toBe("+ another report on day 60");
    expect(why(counted, "died")).toBe("- the first report is of a death: counted apart");
    expect(why(counted, "once")).toMatch(/^= reported on 2024-01-01, no other/);
    for (const id of ["alternative", "unborn", "is-18"]) expect(why(counted, id)).toBe("");
    expect(why(counted, "grown")).toMatch(/^=/);
    expect(counts(counted)).toEqual(["all 5 of 9"]);
    expect(counted.results[0]?.maturity).toEqual({ state: "mature", complete: 1 });
  });

  it("has the old anchor and California's victims as declared variants", async () => {
    const old = await countFiles(files, "CFSR4-S2", { ...year, variant: "R3" });
    expect(why(old, "chain")).toMatch(/^= second report on day 12: same episode/);
    const california = await countFiles(files, "CFSR4-S2", { ...year, variant: "CA" });
    expect(why(california, "indicated")).toBe("");
    expect(counts(california)).toEqual(["all 4 of 8"]);
  });

  it("is mature when the last window has closed, to the day", async () => {
    const files2 = { ...files, reports: [reportHead, "1,once,2024-01-01,,substantiated,"] };
    const on = async (dataThrough: string) =>
      (await countFiles(files2, "CFSR4-S2", { ...year, dataThrough })).results[0]?.maturity.state;
    expect(await on("2024-12-31")).toBe("mature");
    expect(await on("2024-12-30")).toBe("unavailable");
  });
});

describe("California's recurrence", () => {
  it("CA-1A looks at the first six months and six months on, CA-1B at twelve months after the first or the first ever", async () => {
    const reports = [
      reportHead,
      "1,once,2024-01-01,,substantiated,",
      "2,once,2024-06-30,,substantiated,",
      "3,d14,2024-06-30,,substantiated,",
      "4,d14,2024-12-30,,substantiated,",
      "5,d15,2024-07-01,,substantiated,",
      "6,chain,2023-01-01,,substantiated,",
      "7,chain,2024-02-01,,substantiated,",
      "8,chain,2024-02-10,,substantiated,",
    ];
    const asked = { ...year, period: ["2024-01-01", "2024-12-31"] as [string, string] };
    const six = await countFiles({ ...files, reports }, "CA-1A", asked);
    expect(counts(six)).toEqual(["all 2 of 3"]);
    expect(why(six, "d14")).toMatch(/^= reported on 2024-06-30, no other .* by 2024-12-29/);
    expect(why(six, "chain")).toBe("+ another report on day 9");
    expect(counts(await countFiles({ ...files, reports }, "CA-1B", asked))).toEqual(["all 2 of 4"]);
    expect(counts(await countFiles({ ...files, reports }, "CA-1B", { ...asked, variant: "FIRST" }))).toEqual([
      "all 2 of 3",
    ]);
  });

  it("CA-2A follows children with an inconclusive or confirmed report who were not removed", async () => {
    const reports = [
      reportHead,
      "1,once,2024-01-01,,unsubstantiated,",
      "2,once,2024-12-31,,substantiated,",
      "3,d14,2024-01-01,,substantiated,",
      "4,d15,2024-01-01,,substantiated,",
      "5,chain,2024-01-01,,intentionally_false,",
      "6,indicated,2024-01-01,,indicated,",
      "7,indicated,2025-01-01,,substantiated,",
    ];
    const removals = [
      "removal_id,child_id,entry_date,exit_date",
      "a,d14,2024-12-31,",
      "b,d15,2025-01-01,",
      "c,indicated,2023-01-01,2024-01-01",
    ];
    const counted = await countFiles({ ...files, reports, removals }, "CA-2A", {
      ...year,
      period: ["2024-01-01", "2024-03-31"],
    });
    expect(why(counted, "once")).toBe("+ another report on day 365");
    expect(why(counted, "d14")).toMatch(/^- in care from 2024-12-31: removed within the window/);
    expect(why(counted, "d15")).toMatch(/^=/);
    expect(why(counted, "chain")).toBe("");
    expect(why(counted, "indicated")).toMatch(/^= reported on 2024-01-01, no other .* by 2024-12-31/);
    expect(counts(counted)).toEqual(["all 1 of 3"]);
  });
});

describe("rates of the population", () => {
  const population = [
    "year,county,age_band,race,count",
    "2024,A,0-17,white,2000",
    "2024,A,0-17,black,1000",
    "2024,B,0-5,white,400",
    "2024,B,6-17,white,600",
    "2023,A,0-17,white,9",
  ];
  const removals = [
    "removal_id,child_id,entry_date,exit_date",
    "a,w1,2023-10-01,2023-10-01",
    "b,w1,2024-09-30,",
    "c,b1,2024-01-01,",
    "d,b2,2024-01-01,2024-07-01",
    "e,b3,2024-10-01,",
    "f,grown,2024-01-01,",
    "g,unsaid,2024-01-01,",
  ];
  const children = [
    "child_id,dob,race_codes,hispanic",
    "w1,2015-01-01,white,no",
    "b1,2015-01-01,black,no",
    "b2,2015-01-01,black,no",
    "b3,2015-01-01,black,no",
    "grown,2005-01-01,white,no",
    "unsaid,2015-01-01,,",
  ];
  const asked = { ...year, dataThrough: "2024-12-31", by: ["race" as const] };

  it("FC-ENTRY counts each child once over the children of the July in the period, the missing in a row", async () => {
    const { results } = await countFiles({ children, removals, population }, "FC-ENTRY", asked);
    expect(
      results.map(({ stratum, numerator, denominator, value }) => [
        stratum?.["race"] ?? "all",
        numerator,
        denominator,
        value,
      ]),
    ).toEqual([
      ["all", 4, 4000, 1],
      ["black", 2, 1000, 2],
      ["white", 1, 3000, 1000 / 3000],
      ["missing", 1, null, null],
    ]);
  });

  it("EQ-DI says each group's rate against the white one, with its range and the difference", async () => {
    const { results } = await countFiles({ children, removals, population }, "EQ-DI", asked);
    expect(results.map(({ stratum }) => stratum?.["race"])).toEqual(["black", "white", "missing"]);
    expect(results[0]?.value).toBeCloseTo(6, 10);
    expect(results[0]?.difference).toBeCloseTo(2 - 1 / 3, 10);
    expect(results[0]?.low).toBeCloseTo(6 * Math.exp(-1.959963984540054 * Math.sqrt(1.5)), 8);
  });

  it("PR4 is the count on the day, PR1 any report, PR2 confirmed ones", async () => {
    const reports = [
      reportHead,
      "1,w1,2024-01-01,,,",
      "2,w1,2024-02-01,,substantiated,",
      "3,b1,2024-02-01,,,",
      "4,grown,2024-02-01,,,",
    ];
    const data = { children, removals, reports, population };
    const day = { ...asked, period: ["2024-07-01", "2024-07-01"] as [string, string], by: [] };
    expect(counts(await countFiles(data, "CA-PR4", day))).toEqual(["all 2 of 4000"]);
    expect(counts(await countFiles(data, "CA-PR1", { ...asked, by: [] }))).toEqual(["all 2 of 4000"]);
    expect(counts(await countFiles(data, "CA-PR2", { ...asked, by: [] }))).toEqual(["all 1 of 4000"]);
  });

  it("is blocked by name where the file has no children of the year, or no file", async () => {
    const old = { children, removals, population: population.slice(0, 1) };
    expect((await countFiles(old, "FC-ENTRY", asked)).blockedBy).toEqual([
      "population.csv: children under 18 in 2024",
    ]);
    expect((await countFiles({ children, removals }, "FC-ENTRY", asked)).blockedBy).toEqual([
      "population.csv",
    ]);
  });
});
