import { expect, it } from "vitest";
import { makeScopes } from "../../../../tests/setup/authorization-matrix";
import { testDatabase } from "../../../../tests/setup/database";
import { deskOf, send, sending } from "../../../../tests/setup/referral-desk";
import { wordsIn } from "../../../locales/words-in.server";
import { groupRows } from "../../../routes/provider/inbox/describe-row.server";
import { describeReferral } from "../../../routes/provider/inbox/describe-referral.server";
import * as referrals from "../index.server";

const db = await testDatabase();
const { own } = await makeScopes(db);
const desk = deskOf(db, own);
const words = () => wordsIn("en", "provider", { timeZone: "America/New_York", now: new Date() });

const read = (referralId: string) => desk.provider((ctx) => referrals.readReferral(ctx, { referralId }));
/** The row of the provider's inbox, as its page says it. */
async function inboxRow(referralId: string) {
  const { rows } = await desk.provider((ctx) => referrals.listInbox(ctx, { stage: "new" }));
  return groupRows(words(), "new", rows)
    .flatMap((group) => group.rows)
    .find(({ id }) => id === referralId);
}
async function mails(referralId: string, template: string): Promise<number> {
  const { rows } = await db.owner.query(
    "select to_organization_id from outbox_message where template = $2 and params->>'referralId' = $1 and to_organization_id is not null",
    [referralId, template],
  );
  return rows.length;
}

it("shows a provider the family's new phone, way and message at once, with a mark until it is read", async () => {
  const { referralId, householdId } = await send(desk);
  await read(referralId);
  const page = await desk.family(householdId, (ctx) => referrals.readFamilyPage(ctx));
  await desk.family(householdId, (ctx) =>
    referrals.fixContact(ctx, {
      version: page.householdVersion,
      phone: "(410) 555-0177",
      contactWay: "text",
      messageOk: false,
    }),
  );
  expect((await inboxRow(referralId))?.foot).toContain("Contact changed");
  expect(await mails(referralId, "referral-contact-changed")).toBe(1);
  const said = JSON.stringify(describeReferral(words(), await read(referralId)).facts);
  expect(said).toContain("(410) 555-0177");
  expect(said).toContain("Do not leave a message");
  expect(said).toContain("Changed after the referral was sent.");
  expect(said).not.toContain("0142");
  expect((await inboxRow(referralId))?.foot).not.toContain("Contact changed");
  expect(JSON.stringify(describeReferral(words(), await read(referralId)).facts)).toContain("0177");
});

it("tells the first program too when the same family gives another phone for a second one", async () => {
  const { referralId, householdId } = await send(desk);
  const { family } = sending(own);
  const again = {
    householdId,
    duplicateReason: "asked twice",
    family: { ...family, phone: "(410) 555-0188" },
  };
  await send(desk, again);
  expect(await mails(referralId, "referral-contact-changed")).toBe(1);
  expect(JSON.stringify(describeReferral(words(), await read(referralId)).facts)).toContain("0188");
});

it("says nothing where nothing changed, and nothing to whom it is not shared with any more", async () => {
  const { referralId, householdId } = await send(desk);
  const save = async (phone: string) => {
    const { householdVersion: version } = await desk.family(householdId, (ctx) =>
      referrals.readFamilyPage(ctx),
    );
    await desk.family(householdId, (ctx) =>
      referrals.fixContact(ctx, { version, phone, contactWay: "call", messageOk: true }),
    );
  };
  const { contact } = await desk.family(householdId, (ctx) => referrals.readFamilyPage(ctx));
  await save(contact.phone ?? "");
  expect(await mails(referralId, "referral-contact-changed")).toBe(0);
  await desk.family(householdId, (ctx) => referrals.stopSharing(ctx, { referralId }));
  await save("(410) 555-0199");
  expect(await mails(referralId, "referral-contact-changed")).toBe(0);
  expect(JSON.stringify(await read(referralId))).not.toContain("0199");
});

/** What each reader is left with after an end. */
async function leftOf(referralId: string, householdId: string) {
  const view = await read(referralId);
  const page = await desk.family(householdId, (ctx) => referrals.readFamilyPage(ctx));
  const own = page.referrals.find(({ id }) => id === referralId);
  const { rows } = await db.owner.query(
    "select c.status::text from consent c join service_referral r on r.consent_id = c.id where r.id = $1",
    [referralId],
  );
  return {
    status: view.status,
    reason: view.reason,
    family: view.family,
    permission: view.permission?.status,
    sharing: own?.sharing,
    shared: own?.canStopSharing,
    consent: rows[0],
    told: await mails(referralId, "referral-withdrawn"),
  };
}

it("ends a permission the same on a worker's record as by the family's own hand, also after a yes", async () => {
  const ends = [];
  for (const accepted of [false, true]) {
    for (const by of ["family", "withdraw", "ask back"] as const) {
      const { referralId, householdId } = await send(desk);
      if (accepted) await desk.provider((ctx) => referrals.acceptReferral(ctx, { referralId, version: 1 }));
      const said = { referralId, version: accepted ? 2 : 1, reasonCode: "consent_withdrawn" };
      if (by === "family")
        await desk.family(householdId, (ctx) => referrals.stopSharing(ctx, { referralId }));
      if (by === "withdraw") await desk.screener((ctx) => referrals.withdrawReferral(ctx, said));
      if (by === "ask back") await desk.screener((ctx) => referrals.requestWithdrawal(ctx, said));
      ends.push(await leftOf(referralId, householdId));
    }
  }
  expect(ends[0]).toMatchObject({
    status: "withdrawn",
    family: null,
    permission: "revoked",
    sharing: "stopped",
    told: 1,
  });
  expect(new Set(ends.map((end) => JSON.stringify(end))).size).toBe(1);
});
