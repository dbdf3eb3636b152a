import { expect, it } from "vitest";
import { makePlace, staffActor } from "../../../tests/setup/auth-people";
import { testDatabase } from "../../../tests/setup/database";
import { systemClock } from "../kernel/clock";
import type { Ctx } from "../kernel/context";
import * as goals from "./index.server";

const db = await testDatabase();
const place = await makePlace(db, "harbor");
const other = await makePlace(db, "elsewhere");

function as<T>({ jurisdictionId }: { jurisdictionId: string }, run: (ctx: Ctx) => Promise<T>): Promise<T> {
  const actor = staffActor("program_manager", { jurisdictionId, organizationId: null });
  return db.inTransaction({ jurisdictionId, actorId: actor.userId }, (tx) =>
    run({ actor, tx, clock: systemClock }),
  );
}
const lesson = {
  kind: "lesson" as const,
  id: "",
  version: 0,
  language: "en" as const,
  title: "Begin with listening",
};

it("shares a lesson with who follows the framework, and with nobody else", async () => {
  const { id } = await as(place, (ctx) =>
    goals.saveCommunityEntry(ctx, { ...lesson, text: "Ask 240 families first." }),
  );
  const act = (version: number, what: "share" | "unshare" | "remove") =>
    as(place, (ctx) => goals.settleCommunityEntry(ctx, { id, version, act: what }));
  await act(1, "share");
  const seen = async () =>
    (await as(other, (ctx) => goals.listCommunity(ctx))).shared.map(({ title }) => title);
  expect(await seen()).toEqual([]);
  await as(other, (ctx) => goals.adoptFramework(ctx, { framework: "thriving-families" }));
  expect(await seen()).toEqual(["Begin with listening"]);
  await expect(as(other, (ctx) => goals.readCommunityEntry(ctx, { id }))).rejects.toMatchObject({
    code: "not_found",
  });
  await expect(
    as(other, (ctx) => goals.settleCommunityEntry(ctx, { id, version: 2, act: "remove" })),
  ).rejects.toMatchObject({ code: "not_found" });
  const untouched = await db.inTransaction({ jurisdictionId: other.jurisdictionId }, (tx) =>
    tx.communityEntry.updateMany({ where: { id }, data: { title: "Mine now" } }),
  );
  expect(untouched.count).toBe(0);
  // A provider of the other jurisdiction, and its retired framework, see none.
  const asProvider = { jurisdictionId: other.jurisdictionId, organizationId: other.organizationId };
  expect(await db.inTransaction(asProvider, (tx) => tx.communityEntry.count())).toBe(0);
  await as(other, (ctx) => goals.retireFramework(ctx, { framework: "thriving-families", version: 1 }));
  expect(await seen()).toEqual([]);
  await as(other, (ctx) => goals.adoptFramework(ctx, { framework: "thriving-families" }));
  // Changed words are shared anew, once they tell no small count.
  await as(place, (ctx) =>
    goals.saveCommunityEntry(ctx, { ...lesson, id, version: 2, text: "3 families left." }),
  );
  expect(await seen()).toEqual([]);
  await expect(act(3, "share")).rejects.toMatchObject({ fieldErrors: { text: ["small_count"] } });
});

it("keeps partners, milestones and who was asked, and takes a removed one back", async () => {
  const milestone = { ...lesson, kind: "milestone" as const, text: "", day: "2026-03-01" };
  await expect(
    as(place, (ctx) => goals.saveCommunityEntry(ctx, { ...milestone, variety: "reached", doneOn: "" })),
  ).rejects.toMatchObject({ fieldErrors: { doneOn: ["required"] } });
  const { id } = await as(place, (ctx) =>
    goals.saveCommunityEntry(ctx, { ...milestone, variety: "reached", doneOn: "2026-02-20" }),
  );
  const kinds = async () =>
    (await as(place, (ctx) => goals.listCommunity(ctx))).entries.map(({ kind }) => kind);
  expect(await kinds()).toContain("milestone");
  await as(place, (ctx) => goals.settleCommunityEntry(ctx, { id, version: 1, act: "remove" }));
  expect(await kinds()).not.toContain("milestone");
  await as(place, (ctx) => goals.settleCommunityEntry(ctx, { id, version: 2, act: "restore" }));
  expect(await kinds()).toContain("milestone");
  await as(place, (ctx) => goals.setTier(ctx, { tier: "1", since: "2025-01-01" }));
  await as(place, (ctx) => goals.setTier(ctx, { tier: "2", since: "2026-01-01" }));
  expect((await as(place, (ctx) => goals.listCommunity(ctx))).tiers.map(({ tier }) => tier)).toEqual([2, 1]);
});

it("opens the people behind a number with a named purpose, logged each time", async () => {
  const { jurisdictionId } = place;
  const run = await db.arrange.measureRun.create({
    data: { jurisdictionId, parameters: {}, status: "done", dataThrough: new Date(0), startedAt: new Date() },
  });
  await db.arrange.measureMember.createMany({
    data: Array.from({ length: 30 }, (_, n) => ({
      ...{ runId: run.id, jurisdictionId, measure: "OUT-REM-12", unitId: `C${String(n).padStart(2, "0")}` },
      ...{ inDenominator: n > 3, inNumerator: n > 27, reason: "no removal from 2025-01-02 to 2026-01-01" },
    })),
  });
  const open = (input: object) =>
    as(place, (ctx) => goals.listMembers(ctx, { measure: "OUT-REM-12", purpose: "check_number", ...input }));
  const second = await open({ page: 2 });
  expect([second.total, second.pages, second.rows.map(({ unit }) => unit)]).toEqual([
    ...[30, 2, ["C25", "C26", "C27", "C28", "C29"]],
  ]);
  expect((await open({ only: "event" })).total).toBe(2);
  expect((await open({ only: "left_out" })).rows).toHaveLength(4);
  await expect(open({ purpose: "curious" })).rejects.toMatchObject({ code: "invalid" });
  await expect(open({ measure: "NOWHERE" })).rejects.toMatchObject({ code: "not_found" });
  const log = await db.arrange.auditEntry.findMany({
    where: { event: "measure_members.read" },
    orderBy: { id: "asc" },
  });
  expect(log.map(({ reason }) => reason)).toEqual([
    "check_number: OUT-REM-12, all, 5 of 30",
    "check_number: OUT-REM-12, event, 2 of 2",
    "check_number: OUT-REM-12, left_out, 4 of 4",
  ]);
});
