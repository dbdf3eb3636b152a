import { describe, expect, it } from "vitest";
import { counts, countFiles, why, type Files } from "../../../tests/setup/measure-files";

const year = { period: ["2024-01-01", "2024-12-31"] as [string, string], dataThrough: "2026-11-30" };

describe("Family First", () => {
  const head = "child_id,plan_date,candidacy_type,practice_id,start_date,end_date,cost,provider_id";
  const files: Files = {
    children: [
      "child_id,dob",
      ..."stays enters last-day after in-care youth".split(" ").map((id) => `${id},2015-01-01`),
    ],
    services: [
      head,
      "stays,2024-01-10,candidate,p,2024-01-15,2024-02-14,100.50,x",
      "stays,2024-03-10,candidate,p,2024-03-15,,50,x",
      "enters,2024-01-10,candidate,p,2024-01-15,2024-01-25,10,x",
      "last-day,2024-01-10,candidate,p,2024-01-15,2024-03-15,,x",
      "after,2024-01-10,candidate,p,2024-01-15,2024-01-30,39.50,x",
      "in-care,2024-01-10,candidate,p,2024-01-15,2024-01-30,0,x",
      "youth,2024-01-10,pregnant_or_parenting_foster_youth,p,2024-01-15,2024-01-30,0,x",
    ],
    removals: [
      "removal_id,child_id,entry_date,exit_date,exit_reason",
      "a,enters,2024-06-01,2025-06-01,reunification",
      "b,last-day,2026-01-09,,",
      "c,after,2026-01-10,,",
      "d,in-care,2023-01-01,2024-02-01,reunification",
    ],
  };
  it("follows candidates for 24 months from the plan", async () => {
    const counted = await countFiles(files, "FFPSA-NOENTRY", year);
    expect(counts(counted)).toEqual(["all 2 of 4"]);
    expect(why(counted, "last-day")).toBe("= entered care on 2026-01-09");
    expect(why(counted, "after")).toMatch(/^\+/);
    expect(why(counted, "in-care")).toMatch(/^- in care on the day of the plan/);
    expect(why(counted, "youth")).toBe("");
  });
  it("says who was in care at the start and at the end of twelve months", async () => {
    expect(counts(await countFiles(files, "FFPSA-STATUS", year))).toEqual(["start 1 of 5", "end 1 of 5"]);
  });
  it("takes the median of ended services and the mean of dollars for each child", async () => {
    const duration = (await countFiles(files, "FFPSA-DUR", year)).results[0];
    // 10, 15, 15, 15, 30, 60 days; one is open.
    expect(duration).toMatchObject({ denominator: 6, value: 15, low: null, missing: 1 });
    const spending = (await countFiles(files, "FFPSA-SPEND", year)).results[0];
    expect(spending).toMatchObject({ denominator: 6, numerator: 200, missing: 1, interval: null });
    expect(spending?.value).toBeCloseTo(200 / 6, 10);
  });
});

describe("referrals", () => {
  const head =
    "referral_id,family_id,child_id,sent,status,first_attempt,first_contact,enrolled,closed,close_reason,exit,exit_reason,expected_first_90";
  const files: Files = {
    referrals: [
      head,
      "r1,f1,c1,2024-01-01,connected,2024-01-04,2024-01-11,2024-02-01,2024-02-01,,2024-06-01,completed,12",
      "r2,f1,c1,2024-05-01,connected,2024-05-05,2024-05-12,2024-07-01,2024-07-01,,2024-07-20,ended_early,10",
      "r3,f2,c2,2024-02-01,declined_by_provider,,,,2024-02-05,no_capacity,,,",
      "r4,f3,c3,2024-02-01,unreachable,2024-02-02,,,2024-02-20,,,,",
      "r5,f4,c4,2024-02-01,declined_by_family,,2024-02-03,,2024-02-20,language_or_access,,,",
      "r6,f5,c5,2024-02-01,expired,,,,2024-02-20,no_provider_response,,,",
      "r7,f6,c6,2024-02-01,accepted,,2024-02-11,,,,,,",
      "r8,f7,c7,2024-02-01,connected,,2024-02-03,2024-02-10,2024-02-10,,,,",
      "r9,f8,c8,2024-02-01,draft,,,,,,,,",
    ],
    sessions: [
      "referral_id,date,attended",
      "r1,2024-02-01,true",
      "r1,2024-03-02,true",
      "r1,2024-05-01,true",
      "r1,2024-05-02,true",
      "r2,2024-07-01,true",
      "r2,2024-08-01,true",
      "r2,2024-07-10,false",
      "r8,2024-02-12,true",
    ],
  };
  it("counts attempts to day 3, contacts to day 10, and what provider and family accepted", async () => {
    const t3 = await countFiles(files, "REF-T3", year);
    expect(why(t3, "r1")).toBe("+ attempted on 2024-01-04, day 3");
    expect(why(t3, "r2")).toBe("= not attempted by 2024-05-04");
    // A contact is an attempt: r5 and r8 on day 2.
    expect(counts(t3)).toEqual(["all 4 of 8"]);
    expect(counts(await countFiles(files, "REF-C10", year))).toEqual(["all 4 of 8"]);
    expect(counts(await countFiles(files, "REF-ACCEPT", year))).toEqual(["all 4 of 8"]);
  });
  it("groups the reasons of those that ended without enrolment; no answer is not a refusal", async () => {
    const counted = await countFiles(files, "REF-WHY", year);
    expect(counts(counted)).toEqual([
      "declined 0 of 4",
      "unable_to_contact 1 of 4",
      "no_capacity 1 of 4",
      "ineligible 0 of 4",
      "language 1 of 4",
      "distance 0 of 4",
      "other 1 of 4",
    ]);
  });
  it("estimates the wait to the first session with whoever still waits", async () => {
    const wait = (await countFiles(files, "REF-WAIT", year)).results[0];
    expect(wait).toMatchObject({ denominator: 8, numerator: 3 });
    // 4 left on day 4 of 8, then 11 (of 7): S = 6/7; 19, 19, 19 ended; 31 of 3: S = 4/7; 61 of 2: 2/7.
    expect(wait?.steps?.map(({ t, at_risk }) => [t, at_risk])).toEqual([
      [11, 7],
      [31, 3],
      [61, 2],
    ]);
    expect(wait?.value).toBe(61);
  });
  it("asks of enrolments two sessions in 30 days, the model's sessions in 90, and how they ended", async () => {
    const engaged = await countFiles(files, "ENG-30", year);
    expect(why(engaged, "r1")).toBe("+ 2 sessions attended by day 30");
    expect(why(engaged, "r2")).toBe("= 1 sessions attended by day 30");
    expect(counts(engaged)).toEqual(["all 1 of 3"]);
    const dosage = await countFiles(files, "DOSE-90", year);
    // r1: day 0, 30 and 90, not 91.
    expect(counts(dosage)).toEqual(["all 5 of 22"]);
    expect(dosage.results[0]?.missing).toBe(1);
    const completed = await countFiles(files, "COMPL", year);
    expect(counts(completed)).toEqual(["all 1 of 2"]);
    expect(why(completed, "r8")).toBe("- still active");
  });
});

describe("a later referral or transfer", () => {
  const index = [
    "child_id,index_date,left_jurisdiction,death_date,origin_report_id",
    "c1,2024-01-10,,,",
    "c1,2024-06-10,,,r2",
    "c2,2024-01-10,2024-09-01,,",
  ];
  const files: Files = {
    children: ["child_id,dob", "c1,2015-01-01", "c2,2015-01-01", "c3,2007-01-01"],
    reports: [
      "report_id,child_id,report_date,screen_decision,disposition",
      "r2,c1,2024-06-01,screened_in,substantiated",
      "r3,c2,2024-08-01,screened_in,substantiated",
    ],
    removals: ["removal_id,child_id,entry_date,exit_date", "a,c2,2024-10-01,"],
    index: [...index, "c3,2024-01-10,,,"],
  };
  const half = { period: ["2024-01-01", "2024-03-31"] as [string, string], dataThrough: "2026-11-30" };
  it("does not take the report that it grew out of from the family's earlier cohort", async () => {
    expect(why(await countFiles(files, "OUT-SUB-12", half), "c1")).toBe(
      "+ confirmed report on 2024-06-01, day 143",
    );
    const later = { ...half, period: ["2024-04-01", "2024-12-31"] as [string, string] };
    expect(why(await countFiles(files, "OUT-SUB-12", later), "c1")).toMatch(/^= no confirmed report/);
  });
  it("OUT-KM follows everybody as long as is known, on each event", async () => {
    const counted = await countFiles(files, "OUT-KM", half);
    expect(counts(counted)).toEqual(["rpt 2 of 3", "inv 2 of 3", "sub 2 of 3", "rem 0 of 3"]);
    const [report] = counted.results;
    expect(report?.steps?.map(({ t, at_risk, events }) => [t, at_risk, events])).toEqual([
      [143, 3, 1],
      [204, 2, 1],
    ]);
    expect(report?.value).toBeCloseTo(200 / 3, 10);
    // Left on 1 September: the removal in October is not seen.
    expect(why(counted, "c2", "rem")).toBe("= no foster care entry, followed to 2024-09-01");
    expect(why(counted, "c3", "rpt")).toBe("= no report, followed to 2025-01-01");
  });
});
