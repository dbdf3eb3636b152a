import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CountAnswer, CountItem, CountJob, CountRow } from "./count-job";
import { countMeasures } from "./count-measures";

let folder = "";
beforeAll(async () => void (folder = await mkdtemp(path.join(tmpdir(), "upstream-count-"))));
afterAll(() => rm(folder, { recursive: true }));

async function count(tables: Record<string, string[]>, more: Partial<CountItem> = {}): Promise<CountAnswer> {
  const files: CountJob["files"] = {};
  for (const [table, lines] of Object.entries(tables)) {
    files[table as "children"] = path.join(folder, `${table}.csv`);
    await writeFile(path.join(folder, `${table}.csv`), `${lines.join("\n")}\n`);
  }
  const connection = await (await DuckDBInstance.create()).connect();
  const item: CountItem = {
    ...{ measure: "M", compute: { kind: "referral_flow" }, period: ["2024-01-01", "2024-12-31"] },
    ...{ lagDays: 0, by: [], members: false, ...more },
  };
  const job = { files, parquetFolder: null, dataThrough: "2026-01-01", items: [item] };
  const { answers } = await countMeasures(connection, job);
  if (!answers[0]) throw new Error("nothing was counted");
  return answers[0];
}

/** So many families that came as far as `end` says, and are still there or not. */
const ends = {
  unanswered: { n: 5, row: "2024-02-01,sent,,,,,," },
  expired: { n: 7, row: "2024-02-01,expired,,,2024-03-01,no_answer,," },
  reachedOpen: { n: 11, row: "2024-02-01,accepted,2024-02-05,,,,," },
  reachedGone: { n: 13, row: "2024-02-01,declined_by_family,2024-02-05,,2024-02-09,,," },
  enrolledOpen: { n: 17, row: "2024-02-01,connected,2024-02-05,2024-02-20,2024-02-20,,," },
  enrolledGone: {
    n: 19,
    row: "2024-02-01,connected,2024-02-05,2024-02-20,2024-02-20,,2024-05-01,never_started",
  },
  active: { n: 48, row: "2024-02-01,connected,2024-02-05,2024-02-20,2024-02-20,,,", attends: true },
  leftUnsaid: {
    n: 23,
    row: "2024-02-01,connected,2024-02-05,2024-02-20,2024-02-20,,2024-06-01,",
    attends: true,
  },
  finished: {
    n: 112,
    row: "2024-02-01,connected,2024-02-05,2024-02-20,2024-02-20,,2024-06-01,completed",
    attends: true,
  },
};
const families = Object.entries(ends).flatMap(([end, { n, row, ...more }]) =>
  Array.from({ length: n }, (_, i) => ({ id: `${end}${i}`, row, attends: "attends" in more })),
);

describe("from referral to the end of the program, as a board adds it up", () => {
  it("keeps every family: each step is those who came, those still on their way and those who stopped", async () => {
    const { rows } = await count({
      referrals: [
        "referral_id,family_id,sent,status,first_contact,enrolled,closed,close_reason,exit,exit_reason",
        ...families.map(({ id, row }) => `r-${id},${id},${row}`),
      ],
      sessions: [
        "referral_id,date,attended",
        ...families.flatMap(({ id, attends }) => (attends ? [`r-${id},2024-03-01,true`] : [])),
        "r-reachedGone0,2024-03-01,",
      ],
    });
    const steps = rows.filter(({ part }) => !part?.startsWith("reason:"));
    expect(steps.map(({ part, numerator, missing }) => [part, numerator, missing])).toEqual([
      ["referred", 255, 0],
      ["reached", 243, 5],
      ["enrolled", 219, 11],
      ["first_session", 183, 17],
      ["finished", 112, 48],
    ]);
    const stopped = [0, 7, 13, 19, 23];
    for (const [i, step] of steps.entries())
      expect(step.numerator + step.missing + (stopped[i] ?? 0)).toBe(steps[i - 1]?.numerator ?? 255);
    expect(rows.filter(({ part }) => part?.startsWith("reason:"))).toMatchObject([
      { part: "reason:missing", numerator: 13 },
    ]);
  });

  it("gives two referrals of one day one reason, however the rows lie", async () => {
    const header =
      "referral_id,family_id,sent,status,first_contact,enrolled,closed,close_reason,exit,exit_reason";
    const [one, two] = ["a", "b"].map(
      (id) => `${id},f1,2024-02-01,declined_by_family,2024-02-05,,2024-02-09,reason_${id},,`,
    );
    const reasonOf = async (rows: (string | undefined)[]) => {
      const referrals = [header, ...rows.map((row) => row ?? "")];
      const answer = await count({ referrals, sessions: ["referral_id,date,attended"] });
      return answer.rows.at(-1)?.part;
    };
    expect(await reasonOf([one, two])).toBe("reason:reason_b");
    expect(await reasonOf([two, one])).toBe("reason:reason_b");
  });
});

describe("later events", () => {
  const compute = {
    ...{ kind: "later_event" as const, event: "substantiation" as const, months: 12 },
    ...{ excludeInCareAtIndex: false, excludeSameIncident: true },
  };
  const tables = {
    children: [
      "child_id,dob,race_codes",
      "c1,2018-01-01,black",
      "c2,2018-01-01,black",
      "c3,2018-01-01,white",
    ],
    reports: [
      "report_id,child_id,report_date,screen_decision,disposition",
      "r1,c1,2024-03-01,screened_in,substantiated",
      "r2,c2,2024-03-01,screened_in,",
      "r3,c3,2024-03-01,screened_out,",
    ],
    index: ["child_id,index_date", "c1,2024-02-01", "c2,2024-02-01", "c3,2024-02-01"],
  };
  const said = ({ stratum, chain, numerator, missing }: CountRow) => [
    stratum?.["race"] ?? "all",
    chain.counted,
    numerator,
    missing,
  ];

  it("counts a report without a decision as missing, and the missing have a row though they are none", async () => {
    const { rows } = await count(tables, { compute, by: ["race"] });
    expect(rows.map(said)).toEqual([
      ["all", 3, 1, 1],
      ["black", 2, 1, 1],
      ["white", 1, 0, 0],
      ["missing", 0, 0, 0],
    ]);
    const { members } = await count(tables, { compute, members: true });
    expect(members.find(({ id }) => id === "c2")?.reason).toBe(
      "report on 2024-03-01 has no decision yet: missing",
    );
  });

  it("asks of an investigation whether it was decided to look", async () => {
    const reports = [
      "report_id,child_id,report_date,screen_decision",
      "r1,c1,2024-03-01,",
      "r2,c2,2024-03-01,screened_out",
    ];
    const asked = { ...compute, event: "investigation" as const, excludeSameIncident: false };
    const { rows } = await count({ ...tables, reports }, { compute: asked });
    expect(rows.map(said)).toEqual([["all", 3, 0, 1]]);
  });
});
