import { beforeAll, expect, it } from "vitest";
import { makeScopes } from "../../../../tests/setup/authorization-matrix";
import { testDatabase } from "../../../../tests/setup/database";
import { deskOf, send } from "../../../../tests/setup/referral-desk";
import { wordsIn } from "../../../locales/words-in.server";
import { deliverOutboxMessage } from "../../../notify/deliver-outbox-message.server";
import { describeDone } from "../../../routes/intake/find/describe-done.server";
import { writeSearchRows } from "../../directory/search-index/write-search-rows.server";
import { keepListings, listTodaysCalls, openCall, readCall } from "../../households/index.server";
import * as referrals from "../index.server";

const db = await testDatabase();
const { own } = await makeScopes(db);
const desk = deskOf(db, own);
const { jurisdictionId, organizationId, serviceId } = own;
beforeAll(async () => {
  await desk.system((ctx) => writeSearchRows(ctx, [serviceId]));
});
const words = () => wordsIn("en", "intake", { timeZone: "America/New_York", now: new Date() });

/** As strip, side and summary say it. */
const saidOf = (callId: string) =>
  desk.screener(async (ctx) => {
    const [call, information, sent] = [
      await readCall(ctx, { callId }),
      await referrals.listCallInformation(ctx, { callId }),
      await referrals.listCallReferrals(ctx, { callId }),
    ];
    const kept = call.keptServiceIds.length;
    return describeDone(words(), { callId, referrals: sent, information, kept });
  });
async function delivered(template: string) {
  const { rows } = await db.owner.query<{ id: string }>(
    "select id from outbox_message where template = $1 order by created_at desc limit 1",
    [template],
  );
  await deliverOutboxMessage({ outboxId: rows[0]?.id ?? "", jurisdictionId });
  const { rows: kept } = await db.owner.query("select * from outbox_message where id = $1", [rows[0]?.id]);
  return kept[0] as { status: string; to_email: string; subject: string; html: string; text: string };
}

it("counts alike what a call did: referrals, details, a transfer and its list", async () => {
  const { callId } = await desk.screener((ctx) => openCall(ctx, { line: "support_line" }));
  await send(desk, { callId });
  await desk.screener(async (ctx) => {
    await referrals.giveDetailsOnly(ctx, { serviceId, callId });
    await referrals.giveDetailsOnly(ctx, { serviceId, callId });
    await referrals.giveDetailsOnly(ctx, { serviceId, callId, kind: "warm" });
    await keepListings(ctx, { callId, serviceIds: [serviceId] });
  });
  const said = await saidOf(callId);
  expect(said.map(({ state }) => state)).toEqual([
    "Sent, waiting for an answer",
    "Details given",
    "Call transferred",
    "List for the family",
  ]);
  const calls = await desk.screener((ctx) => listTodaysCalls(ctx));
  expect(calls.find(({ id }) => id === callId)?.done).toBe(said.length);
});

it("mails the programs to the address that was said, with nothing of the call or of a report", async () => {
  const { callId } = await desk.screener((ctx) => openCall(ctx, { line: "hotline" }));
  const mail = { callId, serviceIds: [serviceId], email: "aunt@example.test", language: "en" as const };
  await desk.screener((ctx) => referrals.mailProgramDetails(ctx, mail));
  const sent = await delivered("program-details");
  expect(sent).toMatchObject({
    status: "sent",
    to_email: "aunt@example.test",
    subject: "The list you asked for",
  });
  expect(sent.text).toContain("Program a1".toUpperCase());
  expect(`${sent.html} ${sent.text}`).not.toMatch(/hotline|report|safety line|family support line|Test P/i);
  expect(`${sent.html} ${sent.text}`).not.toContain(callId);
  await expect(
    desk.screener((ctx) => referrals.mailProgramDetails(ctx, { ...mail, email: "aunt" })),
  ).rejects.toMatchObject({ code: "invalid" });
});

it("leads a notice to the referral that it speaks of", async () => {
  const { referralId } = await send(desk);
  await desk.provider((ctx) => referrals.acceptReferral(ctx, { referralId, version: 1 }));
  expect((await delivered("referral-answered")).text).toContain(`/intake/sent/${referralId}`);
});

it("lists all that was sent, who takes part too, and a sealed one only as what it shows", async () => {
  const { referralId } = await send(desk);
  await db.owner.query("update service_referral set status = 'connected', closed_at = now() where id = $1", [
    referralId,
  ]);
  const list = (show: "all" | "open" | "taking-part" | "ended" | "sealed") =>
    desk.screener(async (ctx) => (await referrals.listSent(ctx, { show })).rows);
  const shownIn = async () => {
    const shown = [];
    for (const show of ["all", "open", "taking-part", "ended", "sealed"] as const)
      if ((await list(show)).some(({ id }) => id === referralId)) shown.push(show);
    return shown;
  };
  expect((await list("taking-part")).find(({ id }) => id === referralId)).toMatchObject({
    status: "connected",
  });
  expect(await shownIn()).toEqual(["all", "taking-part"]);
  await db.owner.query("update organization set victim_service_provider = true where id = $1", [
    organizationId,
  ]);
  expect(await shownIn()).toEqual(["all", "sealed"]);
  expect((await list("all")).find(({ id }) => id === referralId)).toMatchObject({ masked: "received" });
  await db.owner.query("update organization set victim_service_provider = false where id = $1", [
    organizationId,
  ]);
});
