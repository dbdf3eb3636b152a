import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { makeScopes } from "../../../../tests/setup/authorization-matrix";
import { testDatabase } from "../../../../tests/setup/database";
import { deskOf } from "../../../../tests/setup/referral-desk";
import type { PublicActor } from "../../kernel/actor";
import { systemClock } from "../../kernel/clock";
import { hashToken } from "../../kernel/ids";
import { listInbox, readSelfReferralOffer, sendReferral, sendSelfReferral } from "../index.server";
import { dataClassesOf } from "./referral-snapshot";
import { usualConsentText } from "../family/consent-words";
import { selfReferralWords } from "./self-referral-words";

const db = await testDatabase();
const place = (await makeScopes(db)).own;
const desk = deskOf(db, place);

const secret = "Zebra-Marisol";
const family = {
  caregiverName: secret,
  phone: "(410) 555-0177",
  email: null,
  contactWay: "text" as const,
  messageOk: false,
  bestTimes: "After 5",
  language: "es",
  postalCode: null,
  childAgesMonths: [36],
};
const shown = selfReferralWords(usualConsentText, "es", dataClassesOf(family), "Org a1");
let asks = 0;
const asking = (more: object = {}) => ({
  formKey: randomUUID() as string,
  serviceId: place.serviceId,
  // Another family each time: one number may ask three times a day.
  family: { ...family, phone: `(410) 556-${String((asks += 1)).padStart(4, "0")}` },
  whatWouldHelp: "Tantrums at supper",
  consent: { language: "es" as const, wordsShown: shown },
  ...more,
});
const ask = (more: object = {}) => {
  const actor: PublicActor = { kind: "public", jurisdictionId: place.jurisdictionId };
  return db.inTransaction({ jurisdictionId: place.jurisdictionId, organizationId: null }, (tx) =>
    sendSelfReferral({ actor, tx, clock: systemClock }, asking(more)),
  );
};
const offer = () => {
  const actor: PublicActor = { kind: "public", jurisdictionId: place.jurisdictionId };
  return db.inTransaction({ jurisdictionId: place.jurisdictionId, organizationId: null }, (tx) =>
    readSelfReferralOffer({ actor, tx, clock: systemClock }, { serviceId: place.serviceId }),
  );
};
const set = (change: string) =>
  db.owner.query(`update service set ${change} where id = $1`, [place.serviceId]);
const count = async (table: string) =>
  Number((await db.owner.query(`select count(*) n from ${table}`)).rows[0].n);

describe("sendSelfReferral", () => {
  it("writes family, e-signed permission, snapshot, history, audit, notice and link, together", async () => {
    const sent = await ask();
    const { rows } = await db.owner.query(
      `select r.status::text, r.kind::text, r.sender_user_id, r.next_act_owner, r.snapshot, c.method::text,
         c.status::text as consent, c.words_shown, c.language, c.text_version, l.token_hash, l.household_id = r.household_id as own,
         (select count(*)::int from referral_event e where e.referral_id = r.id and e.actor_kind = 'public') as events,
         (select count(*)::int from consent_event e where e.consent_id = c.id) as consent_events,
         (select count(*)::int from audit_entry a where a.entity_id = r.id::text) as audits,
         (select count(*)::int from outbox_message o where o.params->>'referralId' = r.id::text
           and o.to_organization_id = r.receiving_organization_id) as mails
       from service_referral r join consent c on c.id = r.consent_id join family_link l on l.referral_id = r.id
       where r.id = $1`,
      [sent.referralId],
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      status: "sent",
      kind: "self",
      sender_user_id: null,
      next_act_owner: "provider",
      method: "e_sign",
      consent: "given",
      words_shown: shown,
      language: "es",
      token_hash: hashToken(sent.link?.token ?? ""),
      own: true,
      events: 1,
      consent_events: 1,
      audits: 1,
      mails: 1,
    });
    expect(rows[0].text_version).not.toBe("");
    expect(rows[0].snapshot).toMatchObject({
      caregiverName: secret,
      messageOk: false,
      childAgesMonths: [36],
    });
    const inbox = await desk.provider((ctx) => listInbox(ctx, { stage: "new" }));
    expect(inbox.rows.map(({ id }) => id)).toContain(sent.referralId);
  });
  it("keeps name, phone and words out of outbox, jobs, audit, history and form keys", async () => {
    await ask();
    for (const table of [
      "outbox_message",
      "pgboss.job",
      "audit_entry",
      "referral_event",
      "idempotency_key",
    ]) {
      const { rows } = await db.owner.query(`select t::text as line from ${table} t`);
      expect(rows.length, table).toBeGreaterThan(0);
      expect(
        rows.filter(({ line }) => /Zebra|0177|Tantrums/.test(line)),
        table,
      ).toEqual([]);
    }
  });
  it("sends the same form once, also when posted twice at once, and answers each press with a link", async () => {
    const form = { formKey: randomUUID() };
    const before = [await count("service_referral"), await count("household"), await count("outbox_message")];
    const twice = await Promise.all([ask(form), ask(form)]);
    expect(new Set(twice.map(({ referralId }) => referralId)).size).toBe(1);
    expect(twice.map(({ repeated }) => repeated).sort()).toEqual([false, true]);
    expect(twice.every(({ link }) => link !== null)).toBe(true);
    const after = [await count("service_referral"), await count("household"), await count("outbox_message")];
    expect(after).toEqual(before.map((n) => n + 1));
    await db.owner.query("update service_referral set created_at = now() - interval '1 hour' where id = $1", [
      twice[0]?.referralId,
    ]);
    expect(await ask(form)).toMatchObject({ repeated: true, link: null });
  });
  it("does not find a listing that is not published", async () => {
    await set("listing_state = 'draft'");
    await expect(ask()).rejects.toMatchObject({ code: "not_found" });
    await expect(offer()).rejects.toMatchObject({ code: "not_found" });
    await set("listing_state = 'published'");
  });
  it.each([
    [
      "accepts_referrals",
      "accepts_referrals = false",
      "accepts_referrals = true",
      "listing_not_taking_referrals",
    ],
    ["self referral", "accepts_self_referral = false", "accepts_self_referral = null", "no_self_referral"],
    ["release", "needs_signed_release = true", "needs_signed_release = false", "needs_signed_release"],
    ["age", "assured_at = now() - interval '300 days'", "assured_at = now()", "call_first"],
  ])("writes nothing when a guard refuses: %s", async (_, change, back, code) => {
    const before = [await count("household"), await count("outbox_message"), await count("idempotency_key")];
    await set(change);
    await expect(ask()).rejects.toThrow(code);
    expect(await offer()).toEqual({ refused: code });
    await set(back);
    expect(await offer()).toEqual({ refused: null, organizationName: "Org a1" });
    expect([await count("household"), await count("outbox_message"), await count("idempotency_key")]).toEqual(
      before,
    );
  });
  it("takes only a yes to the very words of what is sent", async () => {
    const before = await count("idempotency_key");
    const consent = { language: "es", wordsShown: "Digo que sí" };
    await expect(ask({ consent })).rejects.toMatchObject({ fieldErrors: { wordsShown: ["words_changed"] } });
    expect(await count("idempotency_key")).toBe(before);
  });
  it("gives the public nothing of what staff send", async () => {
    const actor: PublicActor = { kind: "public", jurisdictionId: place.jurisdictionId };
    const consent = {
      ...asking().consent,
      method: "verbal" as const,
      textVersion: "t",
      dataClasses: ["name" as const],
    };
    await expect(desk.as(actor, (ctx) => sendReferral(ctx, { ...asking(), consent }))).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

describe("caps on requests from the public pages", () => {
  const asked = (phone: string, email: string | null = null) => {
    const own = { ...family, phone, email, messageOk: true };
    return ask({
      family: own,
      consent: {
        language: "es",
        wordsShown: selfReferralWords(usualConsentText, "es", dataClassesOf(own), "Org a1"),
      },
    });
  };

  const mails = async (template: string) =>
    Number(
      (await db.owner.query("select count(*) from outbox_message where template = $1", [template])).rows[0]
        .count,
    );

  it("takes every request with one number and answers all alike, but mails the program of three a day, however it is typed and however many ask at once", async () => {
    const before = [await count("service_referral"), await mails("referral-sent")];
    const typed = ["(410) 555-0133", "410 555 0133 x7", "+1 4105550133", "410\u2011555\u20110133"];
    const all = await Promise.all([...typed, ...typed].map((phone) => asked(phone)));
    const shapes = all.map(({ status, repeated, dueAt, link, number }) =>
      JSON.stringify([status, repeated, typeof number, dueAt !== null, link !== null]),
    );
    expect(new Set(shapes).size).toBe(1);
    expect([await count("service_referral"), await mails("referral-sent")]).toEqual([
      (before[0] ?? 0) + 8,
      (before[1] ?? 0) + 3,
    ]);
    // Whom it concerns is not shut out: the ninth is in the program's inbox with its time, like the first.
    const { rows } = await db.owner.query(
      "select status, due_at is not null as due from service_referral where id = any($1)",
      [all.map(({ referralId }) => referralId)],
    );
    expect(new Set(rows.map((row) => JSON.stringify(row)))).toEqual(
      new Set([JSON.stringify({ status: "sent", due: true })]),
    );
  });

  it("mails one mailbox three times a day, whatever number was typed beside it, and forgets after a day", async () => {
    const mailed = (n: number) => asked(`(410) 555-02${n}0`, n % 2 ? "Rosa@example.org" : "rosa@example.org");
    const before = await mails("family-link");
    for (const n of [1, 2, 3, 4]) await mailed(n);
    expect((await mails("family-link")) - before).toBe(3);
    // A number that others used three times keeps no mail from another's mailbox: that would tell.
    await asked("(410) 555-0133", "prober@example.org");
    expect((await mails("family-link")) - before).toBe(4);
    await db.owner.query("update service_referral set sent_at = sent_at - interval '25 hours'");
    await mailed(4);
    expect((await mails("family-link")) - before).toBe(5);
  });

  it("lets one program be asked thirty times an hour", async () => {
    await db.owner.query("update service_referral set sent_at = sent_at - interval '2 hours'");
    for (let n = 10; n < 40; n += 1) await asked(`(410) 555-03${n}`);
    await expect(asked("(410) 555-0399")).rejects.toMatchObject({ fieldErrors: { phone: ["too_many"] } });
  });
});
