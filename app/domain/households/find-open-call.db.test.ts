import { expect, it } from "vitest";
import { makeScopes } from "../../../tests/setup/authorization-matrix";
import { testDatabase } from "../../../tests/setup/database";
import { deskOf } from "../../../tests/setup/referral-desk";
import { endCall, findOpenCall, listTodaysCalls, openCall } from "./index.server";

const db = await testDatabase();
const places = await makeScopes(db);
const [desk, other] = [deskOf(db, places.own), deskOf(db, places["other organization"])];

it("finds the worker's own latest open call as the list has it, and writes no audit entry", async () => {
  const open = () => desk.screener((ctx) => openCall(ctx, { line: "support_line" }));
  const found = () => desk.screener((ctx) => findOpenCall(ctx));
  expect(await found()).toBeNull();
  await other.screener((ctx) => openCall(ctx, { line: "support_line" }));
  expect(await found()).toBeNull();
  const first = await open();
  const second = await open();
  const audited = async () =>
    (await db.owner.query("select 1 from audit_entry where event = 'call.list_read'")).rowCount;
  expect(await found()).toEqual({ callId: second.callId });
  expect(await audited()).toBe(0);
  const calls = await desk.screener((ctx) => listTodaysCalls(ctx));
  expect(calls.map(({ id }) => id)).toEqual([second.callId, first.callId]);
  await desk.screener((ctx) => endCall(ctx, { callId: second.callId }));
  expect(await found()).toEqual({ callId: first.callId });
});
