import { randomUUID } from "node:crypto";
import { beforeAll, expect, it } from "vitest";
import { intakeRoles, type StaffActor } from "../../app/domain/kernel/actor";
import * as referrals from "../../app/domain/referrals/index.server";
import { fixedClock } from "../../app/domain/kernel/clock";
import { neutralReason, senderReasons } from "../../app/domain/referrals/states/reasons";
import { wordsIn } from "../../app/locales/words-in.server";
import { deliverOutboxMessage } from "../../app/notify/deliver-outbox-message.server";
import { describeReferral } from "../../app/routes/provider/inbox/describe-referral.server";
import { makeScopes, type Place } from "../setup/authorization-matrix";
import { testDatabase } from "../setup/database";
import { deskOf, send, sending } from "../setup/referral-desk";

const db = await testDatabase();
let place: Place;
let desk: ReturnType<typeof deskOf>;
beforeAll(async () => {
  place = (await makeScopes(db)).own;
  desk = deskOf(db, place);
});

/** Words that would tell a provider, or whoever reads its mail, that the hotline stands behind a referral. */
const telling =
  /Ines|Park|Child safety|hotline|línea de protección|screen|report|another team|otro equipo|statute|Test Code/i;

const worker = (role: (typeof intakeRoles)[number]): StaffActor => ({
  kind: "staff",
  userId: place.userId,
  membershipId: place.userId,
  role,
  jurisdictionId: place.jurisdictionId,
  organizationId: null,
  teamName: "Child safety line",
  name: "Ines Park",
});

/** Everything that one referral is to its provider: page, list, history. */
async function readByProvider(referralId: string): Promise<string> {
  const view = await desk.provider((ctx) => referrals.readReferral(ctx, { referralId }));
  const inbox = await desk.provider(async (ctx) => [
    await referrals.listInbox(ctx, { stage: "new" }),
    await referrals.listInbox(ctx, { stage: "reaching" }),
    await referrals.listInbox(ctx, { stage: "finished" }),
  ]);
  const [en, es] = (["en", "es"] as const).map((language) =>
    describeReferral(wordsIn(language, "provider", { timeZone: "America/New_York", now: new Date() }), view),
  );
  return JSON.stringify([view, inbox, en, es]);
}

/** The mails that went to the provider about it, as they were written. */
async function mailsToProvider(referralId: string): Promise<string> {
  const { jurisdictionId } = place;
  const sql = `select * from outbox_message where params->>'referralId' = $1 and to_organization_id is not null`;
  const { rows } = await db.owner.query<{ id: string }>(sql, [referralId]);
  for (const { id } of rows) await deliverOutboxMessage({ outboxId: id, jurisdictionId });
  const { rows: kept } = await db.owner.query<{ subject: string; html: string }>(sql, [referralId]);
  expect(kept.length).toBeGreaterThan(0);
  return kept.map(({ subject, html }) => `${subject} ${html}`).join("\n");
}

const policy = (settings: object) =>
  db.owner.query("update jurisdiction set settings = $2 where id = $1", [place.jurisdictionId, settings]);

it("sends under one name, whichever line took the call, and takes back for one reason", async () => {
  const shown: string[] = [];
  for (const role of intakeRoles) {
    const { referralId } = await desk.as(worker(role), (ctx) => referrals.sendReferral(ctx, sending(place)));
    await desk.provider((ctx) => referrals.acceptReferral(ctx, { referralId, version: 1 }));
    await desk.as(worker(role), (ctx) =>
      referrals.requestWithdrawal(ctx, { referralId, version: 2, reasonCode: "report_now_screened_in" }),
    );
    await desk.provider((ctx) => referrals.confirmWithdrawal(ctx, { referralId, version: 3 }));
    const read = await readByProvider(referralId);
    expect(read).not.toMatch(telling);
    expect(read).toContain("sent by the family support line");
    expect(read).toContain("Plans changed");
    expect(await mailsToProvider(referralId)).not.toMatch(telling);
    const view = await desk.provider((ctx) => referrals.readReferral(ctx, { referralId }));
    shown.push(
      JSON.stringify([
        view.sentBy,
        view.reason,
        view.history.map(({ actorKind, actorName }) => [actorKind, actorName]),
      ]),
    );
  }
  expect(new Set(shown).size).toBe(1);
});

it("says the same of a family whose needs changed as of one that the agency now investigates", async () => {
  const told = [];
  for (const reasonCode of ["needs_changed", "report_now_screened_in"]) {
    const { referralId } = await desk.screener((ctx) => referrals.sendReferral(ctx, sending(place)));
    const reasonText = "Screened in today";
    await desk.screener((ctx) =>
      referrals.withdrawReferral(ctx, { referralId, version: 1, reasonCode, reasonText }),
    );
    told.push((await desk.provider((ctx) => referrals.readReferral(ctx, { referralId }))).reason);
  }
  expect(told).toEqual(Array(2).fill({ code: neutralReason, party: "sender", text: null }));
  expect(senderReasons.map(({ code }): string => code)).not.toContain(neutralReason);
});

it("names worker and team only where the policy and the basis both say so", async () => {
  const basis = { key: "law", kind: "statute", citation: "Test Code 1", label: { en: "Law" } };
  const { referralId } = await desk.as(worker("hotline_screener"), (ctx) =>
    referrals.sendReferral(ctx, sending(place)),
  );
  await db.owner.query(
    "update service_referral set kind = 'outreach', basis_kind = 'statute', basis_citation = 'Test Code 1' where id = $1",
    [referralId],
  );
  const { referralId: agreed } = await desk.as(worker("community_navigator"), (ctx) =>
    referrals.sendReferral(ctx, sending(place)),
  );
  const senderOf = async (id: string) =>
    (await desk.provider((ctx) => referrals.readReferral(ctx, { referralId: id }))).sentBy;
  const neutral = { en: "Harbor Family Help", es: "Ayuda Familiar de Harbor" };
  const hidden = { name: null, team: null, neutral };
  const named = { name: "Ines Park", team: "Child safety line", neutral: null };
  await policy({ senders: { neutral }, disclosureBases: [{ ...basis, namesSender: true }] });
  expect([await senderOf(referralId), await senderOf(agreed)]).toEqual([hidden, hidden]);
  await policy({ senders: { neutral, named: true }, disclosureBases: [basis] });
  expect([await senderOf(referralId), await senderOf(agreed)]).toEqual([hidden, named]);
  await policy({ senders: { neutral, named: true }, disclosureBases: [{ ...basis, namesSender: true }] });
  expect([await senderOf(referralId), await senderOf(agreed)]).toEqual([named, named]);
  await policy({});
});

it("tells by no id, place in the list or difference that a family was reached out to before", async () => {
  const basis = { key: "law", kind: "statute", citation: "Test Code 1", label: { en: "Law" } };
  await policy({ disclosureBases: [basis] });
  const before = deskOf(db, place, fixedClock(new Date(Date.now() - 86_400_000).toISOString()));
  const { family, consent } = sending(place);
  const { caregiverName, phone, contactWay, language, childAgesMonths } = family;
  const { referralId } = await before.screener((ctx) =>
    referrals.sendOutreachReferral(ctx, {
      formKey: randomUUID(),
      serviceId: place.serviceId,
      family: { caregiverName, phone: "(410) 555-0166", contactWay, language, childAgesMonths },
      needCodes: ["food"],
      basisKey: "law",
    }),
  );
  await db.owner.query(
    "update service_referral set due_at = now() + interval '2 days' where status = 'sent'",
  );
  await send(desk, { family: { ...family, caregiverName, phone } });
  await desk.as(worker("community_navigator"), (ctx) =>
    referrals.recordContactAttempt(ctx, { referralId, way: "call", outcome: "reached" }),
  );
  const { version } = await desk.screener((ctx) => referrals.readReferral(ctx, { referralId }));
  await desk.screener((ctx) =>
    referrals.recordFamilyYes(ctx, {
      ...{ referralId, version, messageOk: true, postalCode: "21215" },
      consent,
    }),
  );
  await db.owner.query(
    "update service_referral set due_at = now() + interval '2 days' where status = 'sent'",
  );
  expect(referralId).not.toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
  const view = await desk.provider((ctx) => referrals.readReferral(ctx, { referralId }));
  expect({
    corrected: view.correctedContact,
    needCodes: view.needCodes,
    messageOk: view.family?.messageOk,
    postalCode: view.family?.postalCode,
    attempts: view.attempts,
    version: view.version,
  }).toEqual({
    ...{
      corrected: null,
      needCodes: ["food"],
      messageOk: true,
      postalCode: "21215",
      attempts: [],
      version: 1,
    },
  });
  const inbox = await desk.provider((ctx) => referrals.listInbox(ctx, { stage: "new" }));
  expect(inbox.rows.at(-1)?.id).toBe(referralId);
  // The program's own tries begin with its sending, and a yes may still turn into a no: nothing was tried by it.
  const tried = { referralId, way: "call" as const, outcome: "no_answer" as const };
  await desk.provider((ctx) => referrals.acceptReferral(ctx, { referralId, version: 1 }));
  await expect(
    desk.provider((ctx) =>
      referrals.recordContactAttempt(ctx, { ...tried, at: new Date(Date.now() - 3_600_000) }),
    ),
  ).rejects.toMatchObject({ fieldErrors: { at: ["not_in_time"] } });
  await desk.provider((ctx) =>
    referrals.declineReferral(ctx, { referralId, version: 2, reasonCode: "no_capacity" }),
  );
  await policy({});
});
