import { describe, expect, it } from "vitest";
import { makeScopes } from "../../../../tests/setup/authorization-matrix";
import { testDatabase } from "../../../../tests/setup/database";
import { deskOf, send } from "../../../../tests/setup/referral-desk";
import { correctContact, openCall } from "../../households/index.server";
import * as referrals from "../index.server";
import { outreachVersion } from "../sending/referral-version";

const db = await testDatabase();
const places = await makeScopes(db);
const desk = deskOf(db, places.own);
const mailsAbout = async (id: string, template: string) =>
  (
    await db.owner.query("select 1 from outbox_message where params->>'referralId' = $1 and template = $2", [
      id,
      template,
    ])
  ).rowCount;
describe("what each side sees", () => {
  it("shows the provider no outreach, basis or team of a report, even after the family's yes", async () => {
    const settings = {
      disclosureBases: [{ key: "law", kind: "statute", citation: "Test Code 1", label: { en: "Law" } }],
    };
    await db.owner.query("update jurisdiction set settings = $1 where id = $2", [
      settings,
      desk.place.jurisdictionId,
    ]);
    const family = {
      caregiverName: "Celia",
      phone: "410-555-0100",
      contactWay: "call" as const,
      language: "en",
      childAgesMonths: [20],
    };
    const { referralId, householdId } = await desk.screener((ctx) =>
      referrals.sendOutreachReferral(ctx, {
        formKey: crypto.randomUUID(),
        serviceId: desk.place.serviceId,
        family,
        basisKey: "law",
      }),
    );
    const { referrals: offered } = await desk.family(householdId, (ctx) => referrals.readFamilyPage(ctx));
    const agree = (wordsShown: string) =>
      desk.family(householdId, (ctx) =>
        referrals.familyAccepts(ctx, { referralId, version: outreachVersion, language: "en", wordsShown }),
      );
    await expect(agree("Yes, share this.")).rejects.toMatchObject({
      fieldErrors: { wordsShown: ["words_changed"] },
    });
    await agree(offered[0]?.ask?.en ?? "");
    const view = await desk.provider((ctx) => referrals.readReferral(ctx, { referralId }));
    expect(view).toMatchObject({
      kind: "consented",
      basis: null,
      sentBy: { team: null },
      family: { caregiverName: "Celia" },
    });
    expect(view.history.map(({ event }) => event)).toEqual(["referral.sent"]);
    expect(JSON.stringify(view)).not.toMatch(/outreach|statute|Test Code|screener/);
    const page = await desk.family(householdId, (ctx) => referrals.readFamilyPage(ctx));
    expect(JSON.stringify(page)).not.toMatch(/statute|Test Code|screener|outreach/);
    expect(page.looked).toHaveLength(1);
  });
  it("takes unread detail from the provider the moment the family stops sharing", async () => {
    const { referralId, householdId } = await send(desk);
    await desk.family(householdId, (ctx) => referrals.stopSharing(ctx, { referralId }));
    const view = await desk.provider((ctx) => referrals.readReferral(ctx, { referralId }));
    expect(view).toMatchObject({
      status: "withdrawn",
      family: null,
      whatWouldHelp: "",
      reason: { code: "consent_withdrawn" },
    });
    const inbox = await desk.provider((ctx) => referrals.listInbox(ctx, { stage: "finished" }));
    expect(inbox.rows.find(({ id }) => id === referralId)?.familyName).toBeNull();
    const { rowCount } = await db.owner.query("select 1 from audit_entry where entity_id = $1", [referralId]);
    expect(rowCount).toBeGreaterThan(2);
  });
  it("hides a victim service provider's answer from the sender, in the list, the row, the call and the mail", async () => {
    await db.owner.query("update organization set victim_service_provider = true where id = $1", [
      desk.place.organizationId,
    ]);
    const written = {
      method: "written" as const,
      language: "en",
      textVersion: "t",
      wordsShown: "Yes",
      dataClasses: [
        "name" as const,
        "phone" as const,
        "postal_code" as const,
        "language" as const,
        "child_ages" as const,
        "needs" as const,
      ],
    };
    const { callId } = await desk.screener((ctx) => openCall(ctx, { line: "support_line" }));
    const { referralId } = await send(desk, { callId, consent: written });
    const onCall = () => desk.screener((ctx) => referrals.listCallReferrals(ctx, { callId }));
    const before = await onCall();
    expect(before).toMatchObject([{ id: referralId, status: "sent", masked: "received", dueAt: null }]);
    await desk.provider((ctx) =>
      referrals.declineReferral(ctx, { referralId, version: 1, reasonCode: "no_capacity" }),
    );
    expect(await onCall()).toEqual(before);
    const { rows } = await desk.screener((ctx) => referrals.listFollowUps(ctx, {}));
    expect(rows.find(({ id }) => id === referralId)).toMatchObject({
      masked: "received",
      status: "sent",
      reasonCode: null,
      dueAt: null,
    });
    const view = await desk.screener((ctx) => referrals.readReferral(ctx, { referralId }));
    expect(view).toMatchObject({ masked: "received", status: "sent", reason: null, attempts: [] });
    expect(JSON.stringify(view)).not.toMatch(/declined|no_capacity/);
    expect(await mailsAbout(referralId, "referral-answered")).toBe(0);
    await db.owner.query("update organization set victim_service_provider = false where id = $1", [
      desk.place.organizationId,
    ]);
  });
  it("says that nothing is left to try once the program talked with the family, to both sides", async () => {
    const { referralId } = await send(desk);
    await desk.provider((ctx) => referrals.acceptReferral(ctx, { referralId, version: 1 }));
    const log = (outcome: "no_answer" | "reached") =>
      desk.provider((ctx) => referrals.recordContactAttempt(ctx, { referralId, way: "call", outcome }));
    const acts = async () => {
      const { rows } = await desk.screener((ctx) => referrals.listFollowUps(ctx, {}));
      const view = await desk.provider((ctx) => referrals.readReferral(ctx, { referralId }));
      return [rows.find(({ id }) => id === referralId)?.act, view.act];
    };
    await log("no_answer");
    expect(await acts()).toEqual(["reach_family", "reach_family"]);
    await log("reached");
    expect(await acts()).toEqual(["talked", "talked"]);
  });
  it("shows the provider a corrected phone beside the one that was sent", async () => {
    const { referralId, householdId } = await send(desk);
    await desk.family(householdId, (ctx) =>
      correctContact(ctx, { version: 1, phone: "410-555-0777", contactWay: "text", messageOk: true }),
    );
    const view = await desk.provider((ctx) => referrals.readReferral(ctx, { referralId }));
    expect(view.family?.phone).toBe("(410) 555-0142");
    expect(view.correctedContact).toMatchObject({ phone: "410-555-0777", contactWay: "text" });
  });
});
