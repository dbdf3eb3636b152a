import { beforeAll, describe, expect, it } from "vitest";
import { makeScopes } from "../../../../tests/setup/authorization-matrix";
import { testDatabase } from "../../../../tests/setup/database";
import { insertReferral } from "../../../../tests/setup/insert-referral";
import { deskOf } from "../../../../tests/setup/referral-desk";
import { countInbox, findNextInInbox, listInbox } from "../index.server";
import { inboxStages } from "../states/referral-status";

const db = await testDatabase();
const places = await makeScopes(db);
const desk = deskOf(db, places.own);
const sent: string[] = [];
const audited = async () =>
  Number((await db.owner.query("select count(*) n from audit_entry")).rows[0].n as string);

beforeAll(async () => {
  for (const hour of [3, 1, 2]) {
    const due = { due_at: new Date(Date.UTC(2026, 6, 1, hour)) };
    sent.push((await insertReferral(db.owner, places.own, "sent", due)).referralId);
  }
  for (const status of [
    "accepted",
    "contacting",
    "waitlisted",
    "declined_by_provider",
    "entered_in_error",
  ] as const)
    await insertReferral(db.owner, places.own, status);
  await insertReferral(db.owner, places["other organization"], "sent");
});

describe("countInbox", () => {
  it("counts what listInbox lists, stage by stage, and writes no audit entry", async () => {
    for (const stage of inboxStages) {
      const before = await audited();
      const count = await desk.provider((ctx) => countInbox(ctx, { stage }));
      expect(await audited()).toBe(before);
      const inbox = await desk.provider((ctx) => listInbox(ctx, { stage }));
      expect([stage, inbox.rows.length, inbox.counts[stage]]).toEqual([stage, count, count]);
    }
    expect(await desk.provider((ctx) => countInbox(ctx, { stage: "new" }))).toBe(3);
  });
});

describe("findNextInInbox", () => {
  it("goes on by due time, from the last to the first, and never to the same; nobody is read", async () => {
    const [third, first, second] = sent;
    const before = await audited();
    const next = (referralId = "") =>
      desk.provider((ctx) => findNextInInbox(ctx, { stage: "new", referralId }));
    expect(await next(first)).toBe(second);
    expect(await next(second)).toBe(third);
    expect(await next(third)).toBe(first);
    await db.owner.query("update service_referral set status = 'accepted' where id = any($1)", [
      [first, second],
    ]);
    expect(await next(third)).toBeNull();
    expect(await audited()).toBe(before);
  });
});
