import { describe, expect, it } from "vitest";
import { counts, countFiles, why, type Files } from "../../../tests/setup/measure-files";

const removalHead = "removal_id,child_id,entry_date,exit_date,exit_reason";
const year = { period: ["2023-10-01", "2024-09-30"] as [string, string], dataThrough: "2024-12-31" };

describe("CFSR4-S1, maltreatment in care", () => {
  const files: Files = {
    children: [
      "child_id,dob",
      "day6,2015-01-01",
      "day7,2015-01-01",
      "pair,2015-01-01",
      "before,2015-01-01",
      "exit,2015-01-01",
      "last,2015-01-01",
      "short,2015-01-01",
      "twice,2015-01-01",
      "grown,2006-02-01",
    ],
    removals: [
      removalHead,
      "a,day6,2024-01-01,2024-01-11,reunification",
      "b,day7,2024-01-01,2024-01-11,reunification",
      "c,pair,2023-01-01,,",
      "d,before,2024-01-01,2024-01-11,reunification",
      "e,exit,2024-01-01,2024-01-11,reunification",
      "f,last,2024-09-01,,",
      "g,short,2024-01-01,2024-01-08,reunification",
      "h,twice,2024-01-01,2024-01-21,reunification",
      "i,twice,2024-01-11,2024-01-31,reunification",
      "j,grown,2024-01-22,2024-02-20,reunification",
    ],
    reports: [
      "report_id,child_id,report_date,incident_date,disposition,fatality",
      "r1,day6,2024-01-07,,substantiated,",
      "r2,day7,2024-01-08,,indicated,",
      "r3,pair,2024-03-01,,substantiated,",
      "r4,pair,2024-03-02,,substantiated,",
      "r5,pair,2024-03-03,,substantiated,",
      "r6,before,2024-01-09,2023-12-30,substantiated,",
      "r7,exit,2024-01-11,,substantiated,",
      "r8,last,2024-09-30,,,true",
      "r9,last,2024-10-01,,substantiated,",
      "r10,day7,2024-01-09,,alternative_response_victim,",
      "r11,grown,2024-02-01,,substantiated,",
    ],
  };
  it("adds half-open days and counts reports from day 7, a second one a day later not", async () => {
    const counted = await countFiles(files, "CFSR4-S1", year);
    expect(why(counted, "day6")).toBe(
      "= 10 days in care; report on 2024-01-07 in the first 7 days: not counted",
    );
    expect(why(counted, "day7")).toBe("+ 10 days in care; report on 2024-01-08 counted");
    expect(why(counted, "pair")).toMatch(
      /^\+ 366 days in care; report on 2024-03-01 counted; report on 2024-03-02 a day or less/,
    );
    expect(why(counted, "pair")).toMatch(/report on 2024-03-03 counted$/);
    expect(why(counted, "before")).toContain("about a day outside the episode: not counted");
    expect(why(counted, "exit")).toBe("= 10 days in care");
    expect(why(counted, "last")).toBe("+ 30 days in care; report on 2024-09-30 counted");
    expect(why(counted, "short")).toMatch(/^- in care for under 8 days/);
    // Two removals that overlap by ten days: 30 days, none twice.
    expect(why(counted, "twice")).toBe("= 30 days in care");
    // The 18th birthday is the last day of everything.
    expect(why(counted, "grown")).toBe("= 10 days in care");
    expect(counts(counted)).toEqual(["all 4 of 476"]);
    expect(counted.results[0]).toMatchObject({ interval: "poisson", scale: 100_000 });
  });

  it("adds up over adjacent periods", async () => {
    const halves = await Promise.all(
      (["2023-10-01 2024-03-31", "2024-04-01 2024-09-30"] as const).map((words) =>
        countFiles(files, "CFSR4-S1", { ...year, period: words.split(" ") as [string, string] }),
      ),
    );
    const days = halves.map(({ results }) => results[0]?.denominator ?? 0);
    expect((days[0] ?? 0) + (days[1] ?? 0)).toBe(476);
  });
});

describe("CFSR4-P5, placement moves", () => {
  const files: Files = {
    children: [
      "child_id,dob",
      ...["moves", "away", "licence", "late", "none", "bridged", "earlier"].map((id) => `${id},2015-01-01`),
    ],
    removals: [
      removalHead,
      "a,moves,2024-01-01,2024-01-31,reunification",
      "b,away,2024-01-01,2024-01-31,reunification",
      "c,licence,2024-01-01,2024-01-31,reunification",
      "d,late,2024-09-21,,",
      "e,none,2024-01-01,2024-01-31,reunification",
      "f,bridged,2024-01-01,2024-01-11,transfer_to_other_agency",
      "g,bridged,2024-01-11,2024-01-21,reunification",
      "h,earlier,2023-09-01,2024-01-31,reunification",
    ],
    placements: [
      "removal_id,start_date,setting,home_id",
      "a,2024-01-01,shelter,s1",
      "a,2024-01-03,foster_nonrelative,h1",
      "a,2024-01-10,foster_relative,h2",
      "b,2024-01-01,foster_nonrelative,h1",
      "b,2024-01-05,runaway,",
      "b,2024-01-08,foster_nonrelative,h1",
      "b,2024-01-12,hospital,x",
      "b,2024-01-15,foster_nonrelative,h3",
      "b,2024-01-20,trial_home_visit,home",
      "c,2024-01-01,foster_nonrelative,h1",
      "c,2024-01-10,therapeutic_foster_nonrelative,h1",
      "d,2024-09-23,foster_relative,h1",
      "d,2024-09-30,foster_relative,h2",
      "d,2024-10-01,foster_relative,h3",
      "f,2024-01-01,foster_relative,h1",
      "g,2024-01-11,foster_relative,h2",
      "h,2023-09-01,foster_relative,h1",
      "h,2023-11-01,foster_relative,h2",
    ],
  };
  it("counts changes of home after the first, not absences, and days with a known place", async () => {
    const counted = await countFiles(files, "CFSR4-P5", year);
    expect(why(counted, "moves")).toBe("+ 30 days in known places; moved on 2024-01-03; moved on 2024-01-10");
    expect(why(counted, "away")).toBe("+ 30 days in known places; moved on 2024-01-15");
    expect(why(counted, "licence")).toBe("= 30 days in known places; no move");
    expect(why(counted, "late")).toBe("+ 8 days in known places; moved on 2024-09-30");
    expect(why(counted, "none")).toMatch(/^- no placement is known/);
    expect(why(counted, "bridged")).toBe("+ 20 days in known places; moved on 2024-01-11");
    expect(why(counted, "earlier")).toBe("");
    expect(counts(counted)).toEqual(["all 5 of 118"]);
  });
});
