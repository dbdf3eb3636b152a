import { expect, it } from "vitest";
import { makeScopes } from "../../../tests/setup/authorization-matrix";
import { testDatabase } from "../../../tests/setup/database";
import { deskOf } from "../../../tests/setup/referral-desk";
import { instantAt } from "../kernel/calendar";
import { fixedClock } from "../kernel/clock";
import { endCall, findOpenCall, listTodaysCalls, openCall } from "./index.server";

const db = await testDatabase();
const places = await makeScopes(db);
const local = (date: string, hour: number, minute: number) =>
  fixedClock(instantAt("America/New_York", date, hour, minute).toISOString());
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

it("keeps a call that goes on over midnight, and no other of the day before", async () => {
  // Nobody has called here today, whatever day it is.
  const place = places["other jurisdiction"];
  const at = (date: string, hour: number, minute = 0) => deskOf(db, place, local(date, hour, minute));
  const begin = (desk: ReturnType<typeof deskOf>) =>
    desk.screener((ctx) => openCall(ctx, { line: "support_line" }));
  await begin(at("2027-03-13", 15));
  const ended = await begin(at("2027-03-13", 23, 20));
  await at("2027-03-13", 23, 30).screener((ctx) => endCall(ctx, { callId: ended.callId }));
  const late = await begin(at("2027-03-13", 23, 50));
  // Two o'clock is left out that night: this is twenty minutes, and then four hours and more, after it began.
  const night = at("2027-03-14", 0, 10);
  expect(await night.screener(findOpenCall)).toEqual({ callId: late.callId });
  expect((await night.screener(listTodaysCalls)).map(({ id }) => id)).toEqual([late.callId]);
  expect(await at("2027-03-14", 5, 30).screener(findOpenCall)).toBeNull();
});
