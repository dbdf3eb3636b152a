import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { makeScopes } from "../../../../tests/setup/authorization-matrix";
import { testDatabase } from "../../../../tests/setup/database";
import { deskOf, send, sending } from "../../../../tests/setup/referral-desk";
import { readReferral, sendOutreachReferral, sendReferral } from "../index.server";

const db = await testDatabase();
const places = await makeScopes(db);
const desk = deskOf(db, places.own);
const count = async (table: string) =>
  Number((await db.owner.query(`select count(*) n from ${table}`)).rows[0].n);
const set = (table: string, id: string, change: string) =>
  db.owner.query(`update ${table} set ${change} where id = $1`, [id]);

describe("sendReferral", () => {
  it("writes family, permission, snapshot, history, audit and notice, together", async () => {
    const sent = await send(desk);
    const { rows } = await db.owner.query(
      `select r.status::text, r.next_act_owner, r.due_at, r.snapshot, c.words_shown, c.status::text as consent,
         (select count(*)::int from referral_event e where e.referral_id = r.id) as events,
         (select count(*)::int from consent_event e where e.consent_id = c.id) as consent_events,
         (select count(*)::int from audit_entry a where a.entity_id = r.id::text) as audits,
         (select count(*)::int from outbox_message o where o.params->>'referralId' = r.id::text) as mails,
         (select count(*)::int from person p where p.household_id = r.household_id) as children
       from service_referral r join consent c on c.id = r.consent_id where r.id = $1`,
      [sent.referralId],
    );
    expect(rows[0]).toMatchObject({
      status: "sent",
      next_act_owner: "provider",
      consent: "given",
      events: 1,
      consent_events: 1,
      audits: 1,
      mails: 1,
      children: 2,
    });
    expect(rows[0].words_shown).toBe("¿Está bien si comparto su nombre?");
    expect(rows[0].snapshot).toMatchObject({
      caregiverName: "Marisol",
      phone: "(410) 555-0142",
      childAgesMonths: [36, 72],
    });
  });
  it("sends the same form once, also when posted twice at the same time", async () => {
    const form = sending(desk.place);
    const before = await count("service_referral");
    const twice = await Promise.all([1, 2].map(() => desk.screener((ctx) => sendReferral(ctx, form))));
    expect(new Set(twice.map(({ referralId }) => referralId)).size).toBe(1);
    expect(twice.map(({ repeated }) => repeated).sort()).toEqual([false, true]);
    expect(await count("service_referral")).toBe(before + 1);
  });
  it("writes nothing at all when a guard refuses", async () => {
    const before = [await count("household"), await count("outbox_message"), await count("idempotency_key")];
    await set("service", desk.place.serviceId, "accepts_referrals = false");
    await expect(send(desk)).rejects.toThrow("listing_not_taking_referrals");
    await set("service", desk.place.serviceId, "accepts_referrals = true");
    expect([await count("household"), await count("outbox_message"), await count("idempotency_key")]).toEqual(
      before,
    );
  });
  it("wants a signed release where one is needed", async () => {
    await set("service", desk.place.serviceId, "needs_signed_release = true");
    await expect(send(desk)).rejects.toThrow("needs_signed_release");
    const written = sending(desk.place);
    await desk.screener((ctx) =>
      sendReferral(ctx, { ...written, consent: { ...written.consent, method: "written" } }),
    );
    await set("service", desk.place.serviceId, "needs_signed_release = false");
  });
  it("wants a call ahead for a stale listing, somebody to receive it, and a reason for a second one", async () => {
    await set("service", desk.place.serviceId, "assured_at = now() - interval '300 days'");
    await expect(send(desk)).rejects.toMatchObject({ fieldErrors: { calledAhead: ["call_ahead_first"] } });
    const { householdId } = await send(desk, { calledAhead: true });
    await set("service", desk.place.serviceId, "assured_at = now()");
    const again = { fieldErrors: { duplicateReason: ["open_duplicate"] } };
    await expect(send(desk, { householdId, duplicateReason: null })).rejects.toMatchObject(again);
    await send(desk, { householdId, duplicateReason: "A second child" });
    // Typed anew on another call, with the number pasted as a web page writes it.
    const typed = {
      ...sending(desk.place).family,
      caregiverName: "MARISOL",
      phone: "+1 410\u2011555\u20110142 ext. 3",
    };
    await expect(send(desk, { family: typed, duplicateReason: null })).rejects.toMatchObject(again);
    await send(desk, { family: { ...typed, phone: "(410) 555-0188" }, duplicateReason: null });
    await set("organization", desk.place.organizationId, "status = 'suspended'");
    await expect(send(desk)).rejects.toThrow("organization_suspended");
    await set(
      "organization",
      desk.place.organizationId,
      "status = 'active', vetted_until = current_date - 2",
    );
    await expect(send(desk)).rejects.toThrow("organization_not_vetted");
    await set("organization", desk.place.organizationId, "vetted_until = current_date + 2");
    await send(desk);
    await set("organization", desk.place.organizationId, "vetted_until = null");
  });
  it("never shares what the words did not cover", async () => {
    const form = sending(desk.place);
    const consent = {
      ...form.consent,
      dataClasses: ["name" as const, "language" as const, "needs" as const],
    };
    await expect(desk.screener((ctx) => sendReferral(ctx, { ...form, consent }))).rejects.toMatchObject({
      code: "invalid",
    });
  });
  it("cannot be given another place's family, call or listing", async () => {
    const elsewhere = places["other jurisdiction"];
    await expect(send(desk, { householdId: elsewhere.householdId })).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(send(desk, { serviceId: elsewhere.serviceId })).rejects.toMatchObject({ code: "not_found" });
    await expect(send(desk, { callId: randomUUID() })).rejects.toMatchObject({ code: "not_found" });
  });
  it("takes broken input as input, not as a fault", async () => {
    const form = sending(desk.place, {
      whatWouldHelp: "a\u0000b",
      family: { ...sending(desk.place).family, caregiverName: "Mar\u0000isol" },
    });
    await desk.screener((ctx) => sendReferral(ctx, form));
    await expect(send(desk, { whatWouldHelp: "x".repeat(10_000_000) })).rejects.toMatchObject({
      code: "invalid",
    });
    await expect(send(desk, { serviceId: "' or 1=1" })).rejects.toMatchObject({ code: "invalid" });
  });
});

describe("sendOutreachReferral", () => {
  const family = {
    caregiverName: "Celia",
    phone: "410-555-0100",
    contactWay: "call" as const,
    language: "en",
    childAgesMonths: [20],
  };
  const outreach = (more: object = {}) =>
    desk.screener((ctx) =>
      sendOutreachReferral(ctx, {
        formKey: randomUUID(),
        duplicateReason: "Another family",
        serviceId: desk.place.serviceId,
        family,
        basisKey: "law",
        ...more,
      }),
    );
  beforeAll(async () => {
    const settings = {
      disclosureBases: [
        { key: "law", kind: "statute", citation: "Test Code 1", label: { en: "Law" } },
        { key: "old", kind: "mou", citation: "Ended 1", label: { en: "Old" }, ended: true },
      ],
    };
    await db.owner.query("update jurisdiction set settings = $1 where id = $2", [
      settings,
      desk.place.jurisdictionId,
    ]);
  });
  it("waits for the family's yes, unseen by the provider and without a mail", async () => {
    const before = await count("outbox_message");
    const { referralId, status } = await outreach();
    expect(status).toBe("awaiting_family_yes");
    expect(await count("outbox_message")).toBe(before);
    await expect(desk.provider((ctx) => readReferral(ctx, { referralId }))).rejects.toMatchObject({
      code: "not_found",
    });
    const { rows } = await db.owner.query(
      "select snapshot, basis_kind, basis_citation from service_referral where id = $1",
      [referralId],
    );
    expect(rows[0]).toEqual({ snapshot: {}, basis_kind: "statute", basis_citation: "Test Code 1" });
  });
  it("wants a call ahead for a stale listing too", async () => {
    await set("service", desk.place.serviceId, "assured_at = now() - interval '300 days'");
    await expect(outreach()).rejects.toMatchObject({ fieldErrors: { calledAhead: ["call_ahead_first"] } });
    await outreach({ calledAhead: true });
    await set("service", desk.place.serviceId, "assured_at = now()");
  });
  it("takes the minimum set alone and a known basis that is in use", async () => {
    await expect(outreach({ whatWouldHelp: "what was reported" })).rejects.toMatchObject({ code: "invalid" });
    await expect(outreach({ family: { ...family, postalCode: "21215" } })).rejects.toMatchObject({
      code: "invalid",
    });
    for (const basisKey of ["because", "old"])
      await expect(outreach({ basisKey })).rejects.toMatchObject({
        fieldErrors: { basisKey: ["unknown_basis"] },
      });
  });
});
