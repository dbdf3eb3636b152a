import { expect, it } from "vitest";
import { makeScopes } from "../../../../tests/setup/authorization-matrix";
import { testDatabase } from "../../../../tests/setup/database";
import { deskOf } from "../../../../tests/setup/referral-desk";
import { endCall, openCall } from "../../households/index.server";
import { giveDetailsOnly } from "../index.server";

const db = await testDatabase();
const { own } = await makeScopes(db);
const desk = deskOf(db, own);
const given = async () =>
  (await db.owner.query("select 1 from audit_entry where event = 'information.given'")).rowCount;

it("counts details given on a call that is going on, and nothing on one that has ended", async () => {
  const call = await desk.screener((ctx) => openCall(ctx, { line: "support_line" }));
  const give = () =>
    desk.screener((ctx) => giveDetailsOnly(ctx, { serviceId: own.serviceId, callId: call.callId }));
  expect(await give()).toMatchObject({ serviceId: own.serviceId });
  expect(await given()).toBe(1);
  await desk.screener((ctx) => endCall(ctx, { callId: call.callId }));
  await expect(give()).rejects.toThrow("call_ended");
  expect(await given()).toBe(1);
});
