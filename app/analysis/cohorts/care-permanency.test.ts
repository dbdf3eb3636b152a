import { describe, expect, it } from "vitest";
import { counts, countFiles, why, type Files } from "../../../tests/setup/measure-files";

const removalHead = "removal_id,child_id,entry_date,exit_date,exit_reason";
const placementHead = "removal_id,start_date,setting,home_id";
const children = (...ids: string[]): string[] => ["child_id,dob", ...ids.map((id) => `${id},2015-03-01`)];
const federalYear = { period: ["2023-10-01", "2024-09-30"] as [string, string], dataThrough: "2025-12-31" };

describe("CFSR4-P1, permanency within 12 months of entry", () => {
  const files: Files = {
    children: [
      ...children(
        "day-before",
        "anniversary",
        "leap",
        "visit",
        "visit-30",
        "gone",
        "short",
        "open-short",
        "unsaid",
        "open",
        "twice",
      ),
      "turns-18,2006-05-10",
      "is-18,2005-11-01",
    ],
    removals: [
      removalHead,
      "a,day-before,2023-11-15,2024-11-14,reunification",
      "b,anniversary,2023-11-15,2024-11-15,reunification",
      "c,leap,2024-02-29,2025-02-28,adoption",
      "d,visit,2023-12-01,2025-02-15,reunification",
      "e,visit-30,2023-12-01,2024-12-05,reunification",
      "f,gone,2024-01-05,2024-02-05,living_with_other_relative",
      "g,short,2024-01-05,2024-01-12,reunification",
      "h,open-short,2024-09-28,2024-10-02,reunification",
      "i,unsaid,2024-01-05,2024-02-05,",
      "j,open,2024-01-05,,",
      "k,turns-18,2024-01-05,2024-05-20,reunification",
      "l,is-18,2024-01-05,2024-02-20,reunification",
      "m,twice,2024-01-05,2024-02-05,runaway",
      "n,twice,2024-03-05,2024-04-05,reunification",
    ],
    placements: [
      placementHead,
      "d,2023-12-01,foster_nonrelative,h1",
      "d,2024-10-15,trial_home_visit,",
      "e,2023-12-01,foster_nonrelative,h1",
      "e,2024-11-05,trial_home_visit,",
    ],
  };

  it("counts to the day before the anniversary, and takes off a trial home visit beyond 30 days", async () => {
    const counted = await countFiles(files, "CFSR4-P1", federalYear);
    expect(why(counted, "day-before")).toBe("+ reunification on 2024-11-14");
    expect(why(counted, "anniversary")).toMatch(/^= entered on 2023-11-15, no permanent home by 2024-11-14/);
    expect(why(counted, "leap")).toBe("+ adoption on 2025-02-28");
    expect(why(counted, "visit")).toMatch(/^\+ reunification on 2025-02-15, counted as 2024-11-14/);
    // A visit of 30 days exactly takes nothing off: the exit stays on 5 December, after the window.
    expect(why(counted, "visit-30")).toMatch(/^=/);
    expect(why(counted, "gone")).toMatch(/^\+ living_with_other_relative/);
    expect(why(counted, "short")).toMatch(/^- in care for 7 days/);
    expect(why(counted, "open-short")).toMatch(/^\+/);
    expect(why(counted, "unsaid")).toMatch(/^- left care on 2024-02-05 for no reason given/);
    expect(why(counted, "open")).toMatch(/^= entered on 2024-01-05, no permanent home/);
    expect(why(counted, "turns-18")).toBe("= turned_18 on 2024-05-10");
    expect(why(counted, "is-18")).toBe("");
    expect(why(counted, "twice")).toBe("= runaway on 2024-02-05");
    expect(counts(counted)).toEqual(["all 5 of 10"]);
    expect(counted.results[0]).toMatchObject({ missing: 1, interval: "wilson", scale: 100, value: 50 });
  });

  it("knows California's reasons and its form of the trial home visit", async () => {
    const counted = await countFiles(files, "CFSR4-P1", { ...federalYear, variant: "CA" });
    expect(why(counted, "gone")).toMatch(/^=/);
    // 30 days, begun 11 months and 4 days after the removal: not within 11 months.
    expect(why(counted, "visit-30")).toMatch(/^=/);
    expect(why(counted, "visit")).toMatch(/^\+/);
    expect(counts(counted)).toEqual(["all 4 of 10"]);
  });

  it("waits for whole windows, and is blocked without placements", async () => {
    const early = await countFiles(files, "CFSR4-P1", { ...federalYear, dataThrough: "2024-11-14" });
    expect(early.results[0]).toMatchObject({ maturity: { state: "unavailable" }, value: null });
    const { placements: _none, ...without } = files;
    expect((await countFiles(without, "CFSR4-P1", federalYear)).blockedBy).toEqual(["placements.csv"]);
  });
});

describe("CFSR4-P2 and P3, in care on the first day", () => {
  const files: Files = {
    children: [...children("m11", "m12", "m23", "m24", "leaves", "late", "unsaid"), "grown,2006-02-01"],
    removals: [
      removalHead,
      "a,m11,2022-10-02,2024-01-01,reunification",
      "b,m12,2022-10-01,2024-09-30,adoption",
      "c,m23,2021-10-02,2024-10-01,adoption",
      "d,m24,2021-10-01,2024-01-01,guardianship",
      "e,leaves,2022-01-01,2023-10-01,reunification",
      "f,late,2022-01-01,2024-01-01,emancipation",
      "g,unsaid,2022-01-01,2024-01-01,",
      "h,grown,2021-01-01,2024-03-01,reunification",
    ],
  };
  it("goes by completed months, and who leaves on the day is not in care", async () => {
    const p2 = await countFiles(files, "CFSR4-P2", federalYear);
    expect(counts(p2)).toEqual(["all 1 of 3"]);
    expect(p2.members.map(({ id }) => id)).toEqual(["late", "m12", "m23", "unsaid"]);
    expect(why(p2, "m12")).toBe("+ adoption on 2024-09-30");
    expect(why(p2, "m23")).toMatch(/^= in care since 2021-10-02, no permanent home by 2024-09-30/);
    const p3 = await countFiles(files, "CFSR4-P3", federalYear);
    expect(counts(p3)).toEqual(["all 1 of 2"]);
    expect(why(p3, "grown")).toBe("= turned_18 on 2024-02-01");
  });
});

describe("CFSR4-P4 and BOS-REENTRY, back in care", () => {
  const files: Files = {
    children: [
      ...children("back", "on-day", "same-day", "overlap", "guard", "adopted", "unsaid", "two"),
      "grown,2006-09-01",
    ],
    removals: [
      removalHead,
      "a,back,2023-01-01,2024-02-29,reunification",
      "b,back,2025-02-28,,",
      "c,on-day,2023-01-01,2024-03-10,reunification",
      "d,on-day,2025-03-10,,",
      "e,same-day,2023-01-01,2024-03-10,reunification",
      "f,same-day,2024-03-10,2024-06-01,reunification",
      "g,overlap,2023-01-01,2024-03-10,reunification",
      "h,overlap,2024-03-01,,",
      "i,guard,2023-01-01,2024-03-10,guardianship",
      "j,guard,2024-04-10,,",
      "k,adopted,2023-01-01,2024-03-10,adoption",
      "l,unsaid,2023-01-01,2024-03-10,",
      "m,two,2023-01-01,2023-11-01,reunification",
      "n,two,2024-01-01,2024-03-01,reunification",
      "o,two,2024-05-01,,",
      "p,grown,2023-01-01,2024-07-01,reunification",
      "q,grown,2024-09-10,,",
    ],
  };
  it("counts a re-entry up to the day before the anniversary, once a child", async () => {
    const counted = await countFiles(files, "CFSR4-P4", federalYear);
    expect(why(counted, "back")).toBe("+ reunification on 2024-02-29, back in care on 2025-02-28");
    expect(why(counted, "on-day")).toBe("= reunification on 2024-03-10, not back by 2025-03-09");
    expect(why(counted, "same-day")).toBe("= reunification on 2024-06-01, not back by 2025-05-31");
    expect(why(counted, "overlap")).toMatch(/^- another entry is dated before the exit/);
    expect(why(counted, "adopted")).toBe("");
    expect(why(counted, "unsaid")).toMatch(/^- left care .* no reason given/);
    expect(why(counted, "two")).toBe("+ reunification on 2023-11-01, back in care on 2024-01-01");
    expect(why(counted, "grown")).toMatch(/^= .*not back/);
    expect(counts(counted)).toEqual(["all 3 of 6"]);
    expect(counts(await countFiles(files, "BOS-REENTRY", federalYear))).toEqual(["all 2 of 5"]);
  });
});

describe("SHORT-STAY", () => {
  it("counts removals that ended at home in under 30, and under 8, days", async () => {
    const removals = [
      removalHead,
      "a,c1,2024-01-01,2024-01-08,reunification",
      "b,c1,2024-03-01,2024-03-09,reunification",
      "c,c2,2024-01-01,2024-01-31,reunification",
      "d,c2,2024-03-01,2024-03-05,runaway",
      "e,c3,2024-01-01,2024-01-01,reunification",
    ];
    const counted = await countFiles(
      { children: children("c1", "c2", "c3"), removals },
      "SHORT-STAY",
      federalYear,
    );
    expect(counts(counted)).toEqual(["all 3 of 5", "under_8_days 2 of 5"]);
  });
});
