import { describe, expect, it } from "vitest";
import { counts, countFiles, why, type Files } from "../../../tests/setup/measure-files";

const day = { period: ["2024-07-01", "2024-07-01"] as [string, string], dataThrough: "2024-12-31" };
const year = { period: ["2023-10-01", "2024-09-30"] as [string, string], dataThrough: "2024-12-31" };
const placementHead = "removal_id,start_date,setting,home_id,relative_flag,kin_flag";

describe("where children live on a day", () => {
  const ids = "kin flagged stranger group away visit nothing left grown-later".split(" ");
  const files: Files = {
    children: ["child_id,dob", ...ids.map((id) => `${id},2015-01-01`), "grown,2006-07-01"],
    removals: [
      "removal_id,child_id,entry_date,exit_date,exit_reason",
      ...ids.map((id) => `${id},${id},2024-01-01,${id === "left" ? "2024-07-01,reunification" : ","}`),
      "grown,grown,2024-01-01,,",
    ],
    placements: [
      placementHead,
      "kin,2024-01-01,group_home,g1,,",
      "kin,2024-07-01,foster_relative,h1,,",
      "flagged,2024-01-01,therapeutic_foster_nonrelative,h2,,true",
      "stranger,2024-01-01,preadoptive,h3,false,false",
      "group,2024-01-01,qrtp,g2,,",
      "group,2024-07-02,foster_relative,h9,,",
      "away,2024-01-01,runaway,,,",
      "visit,2024-01-01,trial_home_visit,,,",
      "left,2024-01-01,group_home,g1,,",
      "grown-later,2024-01-01,supervised_independent_living,s1,,",
      "grown,2024-01-01,group_home,g1,,",
    ],
  };
  it("counts congregate care among those in a placement, kin in family care, and settings among all", async () => {
    const congregate = await countFiles(files, "IOC3-CONG", day);
    expect(counts(congregate)).toEqual(["all 1 of 5"]);
    expect(why(congregate, "away")).toBe("- runaway on 2024-07-01: not of these");
    expect(why(congregate, "grown")).toBe("");
    expect(congregate.results[0]?.missing).toBe(1);
    expect(counts(await countFiles(files, "KIN-FAM", day))).toEqual(["all 2 of 3"]);
    const kin = await countFiles(files, "KIN-N", day);
    expect(kin.results[0]).toMatchObject({ numerator: 2, denominator: null, value: 2, interval: null });
    expect(counts(await countFiles(files, "CA-4B3", day))).toEqual([
      "kin 2 of 8",
      "foster_nonrelative 1 of 8",
      "congregate 1 of 8",
      "other 3 of 8",
    ]);
  });

  it("CA-4B1 takes the setting of the day of entry, CA-4B2 the one of most days", async () => {
    const first = await countFiles(files, "CA-4B1", year);
    expect(why(first, "kin", "congregate")).toBe("+ first: congregate");
    expect(counts(first)).toEqual([
      "kin 1 of 10",
      "foster_nonrelative 1 of 10",
      "congregate 4 of 10",
      "other 3 of 10",
    ]);
    const most = await countFiles(files, "CA-4B2", year);
    expect(why(most, "kin", "kin")).toBe("+ most days in: kin");
    // 183 days in each: the one lived in first.
    expect(why(most, "group", "congregate")).toBe("+ most days in: congregate");
  });
});

describe("siblings on a day", () => {
  const files: Files = {
    children: ["child_id,dob", ..."a1 a2 a3 b1 b2 c1 c2 d1 e1 e2".split(" ").map((id) => `${id},2015-01-01`)],
    removals: [
      "removal_id,child_id,entry_date,exit_date,county",
      ..."a1 a2 a3 b1 b2 c1 d1 e1".split(" ").map((id) => `${id},${id},2024-01-01,,X`),
      "c2,c2,2024-01-01,2024-06-30,X",
      "e2,e2,2024-01-01,,Y",
    ],
    placements: [
      placementHead,
      "a1,2024-01-01,foster_relative,h1,,",
      "a2,2024-01-01,foster_relative,h1,,",
      "a3,2024-01-01,group_home,g1,,",
      "b1,2024-01-01,foster_relative,h2,,",
      "b2,2024-01-01,foster_relative,h2,,",
      "b2,2024-06-30,runaway,,,",
      "c1,2024-01-01,foster_relative,h3,,",
      "c2,2024-01-01,foster_relative,h3,,",
      "d1,2024-01-01,foster_relative,h4,,",
      "e1,2024-01-01,foster_relative,h5,,",
      "e2,2024-01-01,foster_relative,h5,,",
    ],
    siblings: [
      "child_id,sibling_child_id,relation",
      "a1,a2,full",
      "a2,a3,half",
      "a1,a3,half",
      "b2,b1,step",
      "c1,c2,full",
      "e1,e2,full",
    ],
  };
  it("counts children by whether they share a home with all or some siblings in care in their county", async () => {
    const all = await countFiles(files, "CA-4A-ALL", day);
    expect(counts(all)).toEqual(["all 2 of 5"]);
    expect(why(all, "b2")).toBe("+ lives with 1 of 1 siblings in care");
    expect(why(all, "c1")).toBe("");
    expect(why(all, "e1")).toBe("");
    const some = await countFiles(files, "CA-4A-SOME", day);
    expect(counts(some)).toEqual(["all 4 of 5"]);
    expect(why(some, "a3")).toBe("= lives with 0 of 2 siblings in care");
  });

  it("BOS-SIB23 counts groups of two or three, by their links", async () => {
    const groups = await countFiles(files, "BOS-SIB23", day);
    expect(counts(groups)).toEqual(["all 2 of 3"]);
    expect(why(groups, "a1")).toBe("= group of 3 in 2 homes");
  });
});

describe("visits and responses", () => {
  const children = ["child_id,dob", "v,2015-01-01", "w,2015-01-01", "home,2015-01-01", "grown,2006-02-15"];
  const removals = [
    "removal_id,child_id,entry_date,exit_date,exit_reason",
    "a,v,2024-01-01,2024-03-31,reunification",
    "b,w,2024-01-02,2024-03-01,reunification",
    "c,grown,2024-01-01,,",
  ];
  const contacts = [
    "child_id,contact_at,kind,method,status,in_residence",
    "v,2024-01-31T23:30,visit,in_person,completed,true",
    "v,2024-02-10T10:00,visit,video,completed,true",
    "v,2024-02-11T10:00,visit,in_person,attempted,true",
    "w,2024-02-29T10:00,visit,in_person,completed,false",
    "home,2024-02-01T10:00,visit,in_person,completed,true",
    "home,2024-03-01T10:00,response,in_person,completed,true",
  ];
  const quarter = { period: ["2024-01-01", "2024-03-31"] as [string, string], dataThrough: "2024-12-31" };
  it("CA-2F counts whole months in care, then visits where the child lives among those visited", async () => {
    const counted = await countFiles({ children, removals, contacts }, "CA-2F", quarter);
    // v: January and February (March ends before the exit day is over); w: February; grown: January alone.
    expect(counts(counted)).toEqual(["visited 2 of 4", "in_residence 1 of 2"]);
    expect(why(counted, "v", "visited")).toBe(
      "+ month of 2024-01-01: visited where the child lives | = month of 2024-02-01: no completed visit in person",
    );
  });

  it("CA-2S counts whole months of an open case at home without a day in care", async () => {
    const cases = [
      "child_id,start_date,end_date,in_home",
      "home,2024-01-01,2024-03-31,true",
      "v,2024-01-01,,true",
      "w,2023-12-01,2024-04-01,true",
      "grown,2024-02-16,,true",
    ];
    const counted = await countFiles({ children, removals, contacts, cases }, "CA-2S", quarter);
    // home: January, February; w: March has its first day after the exit of 1 March.
    expect(counts(counted)).toEqual(["visited 1 of 3", "in_residence 1 of 1"]);
  });

  it("CA-2B meets immediate reports by the clock and the others by the calendar; CA-2D completed ones alone", async () => {
    const reports = [
      "report_id,child_id,report_date,received_at,response_type,screen_decision",
      "i1,v,2024-01-05,2024-01-05T10:00,immediate,screened_in",
      "i2,w,2024-01-05,2024-01-05T10:00,immediate,screened_in",
      "t1,home,2024-01-05,2024-01-05T23:00,10_day,screened_in",
      "t2,v,2024-02-05,2024-02-05T08:00,5_day,screened_in",
      "t3,x1,2024-02-05,2024-02-05T08:00,3_day,screened_in",
      "t3,x2,2024-02-05,2024-02-05T08:00,3_day,screened_in",
      "e1,v,2024-02-05,2024-02-05T08:00,evaluated_out,screened_out",
    ];
    const seen = [
      "child_id,contact_at,kind,method,status,in_residence",
      "v,2024-01-06T10:00,response,in_person,attempted,",
      "w,2024-01-06T10:01,response,in_person,completed,",
      "home,2024-01-15T01:00,response,in_person,completed,",
      "v,2024-02-16T01:00,response,in_person,completed,",
      "v,2024-02-06T01:00,response,phone,completed,",
      "x2,2024-02-06T01:00,response,in_person,completed,",
      "x1,2024-02-06T01:00,response,in_person,cancelled,",
    ];
    const counted = await countFiles({ reports, contacts: seen }, "CA-2B", quarter);
    expect(counts(counted)).toEqual(["all 3 of 5", "immediate 1 of 2", "10_day 2 of 3"]);
    expect(why(counted, "i2")).toContain("too late");
    expect(counts(await countFiles({ reports, contacts: seen }, "CA-2D", quarter))).toEqual([
      "all 2 of 5",
      "immediate 0 of 2",
      "10_day 2 of 3",
    ]);
  });
});
