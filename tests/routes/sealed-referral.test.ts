import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import * as referrals from "../../app/domain/referrals/index.server";
import { listTodaysCalls, openCall } from "../../app/domain/households/index.server";
import { listOutboxMessages } from "../../app/domain/kernel/index.server";
import { DomainError } from "../../app/domain/kernel/errors";
import { readMeasureExtract } from "../../app/domain/measures/index.server";
import { readOrganization } from "../../app/domain/organizations/index.server";
import { wordsIn } from "../../app/locales/words-in.server";
import { describeFamilyPage } from "../../app/routes/family/describe-family-page.server";
import { describeFollowUp } from "../../app/routes/intake/follow-up/describe-follow-up.server";
import { staffActor } from "../setup/auth-people";
import { makeScopes, type Place } from "../setup/authorization-matrix";
import { testDatabase } from "../setup/database";
import { hiddenStatesOf, type HiddenStates, type Sent } from "../setup/hidden-states";
import { outsideActsOf, type OutsideActs, writtenConsent as consent } from "../setup/outside-acts";
import { type Desk, deskOf, send } from "../setup/referral-desk";

const db = await testDatabase();
let place: Place;
let desk: Desk;
beforeAll(async () => {
  place = (await makeScopes(db)).own;
  desk = deskOf(db, place);
  hiddenStates = hiddenStatesOf(db, place, desk);
  attempts = outsideActsOf(place, desk);
  await db.owner.query("update service set capacity_status = 'open', capacity_available = 9 where id = $1", [
    place.serviceId,
  ]);
});

let hiddenStates: HiddenStates;
let attempts: OutsideActs;

const administrator = () =>
  staffActor(
    "jurisdiction_admin",
    { jurisdictionId: place.jurisdictionId },
    { userId: place.userId, membershipId: place.userId },
  );

const plainWords = (words: "intake" | "family") =>
  wordsIn("en", words, { timeZone: "America/New_York", now: new Date(0) });

/** All that everybody but the receiver reads of it, as one text, without the ids and times that they chose themselves. */
async function seen(sent: Sent): Promise<string> {
  const { referralId, householdId, callId } = sent;
  const about = <T extends { id: string }>(rows: T[]) => rows.filter(({ id }) => id === referralId);
  const words = plainWords("intake");
  const screener = await desk.screener(async (ctx) => {
    const { rows, total } = await referrals.listFollowUps(ctx, {});
    const mine = about(rows);
    return {
      rows: mine,
      views: mine.map((row) => describeFollowUp(words, row)),
      total,
      count: await referrals.countFollowUps(ctx),
      call: await referrals.listCallReferrals(ctx, { callId }),
      calls: about(
        (await listTodaysCalls(ctx)).map((row) => ({ ...row, id: row.id === callId ? referralId : row.id })),
      ),
      view: await referrals.readReferral(ctx, { referralId }),
      parked: await referrals.listParkedServices(ctx, { householdId }),
    };
  });
  const supervisor = await desk.supervisor(async (ctx) => {
    const { rows } = await referrals.listFollowUps(ctx, { scope: "team" });
    return {
      rows: about(rows).map((row) => describeFollowUp(words, row, true)),
      late: about((await referrals.listFollowUps(ctx, { scope: "team", late: true })).rows),
      closed: about((await referrals.listRecentlyClosed(ctx)).rows),
      view: await referrals.readReferral(ctx, { referralId }),
    };
  });
  const family = await desk.family(householdId, async (ctx) => ({
    page: await referrals.readFamilyPage(ctx),
    words: await describeFamilyPage({ ctx, url: new URL("http://localhost/en/my/t") }, "en"),
  }));
  const admin = await desk.as(administrator(), async (ctx) => ({
    organization: (await readOrganization(ctx, { id: place.organizationId })).openReferrals,
    mails: (await listOutboxMessages(ctx)).length,
  }));
  const files = await desk.system(async (ctx) => {
    const found = [];
    for await (const batch of readMeasureExtract(ctx))
      found.push(JSON.stringify(batch.rows).includes(referralId));
    return [found, await referrals.measureFirstContact(ctx)];
  });
  const { rows: published } = await db.owner.query(
    "select capacity_status, capacity_available from service where id = $1",
    [place.serviceId],
  );
  const { rows: concerns } = await db.owner.query("select count(*) from listing_concern");
  const { rows: mails } = await db.owner.query(
    `select template from outbox_message where params->>'referralId' = $1 and to_organization_id is null`,
    [referralId],
  );
  return JSON.stringify({ screener, supervisor, family, admin, files, published, concerns, mails }, null, 1)
    .replaceAll(referralId, "REFERRAL")
    .replaceAll(householdId, "HOUSEHOLD")
    .replaceAll(callId, "CALL")
    .replaceAll(screener.view.number, "NUMBER")
    .replaceAll(/"\d{4}-\d\d-\d\dT[\d:.]+Z"/g, '"TIME"')
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "ID")
    .replaceAll(/\w{3}, \w{3} \d+,( \d{4},)? \d+:\d\d\s?[ap]m/gi, "WHEN");
}

/** An act's answer as its page is told: what came back, or the refusal. */
async function answer(run: () => Promise<unknown>, sent: Sent): Promise<string> {
  const told = await run().then(
    (value) => value,
    (error: unknown) => {
      if (error instanceof DomainError) return [error.code, error.message];
      throw error;
    },
  );
  const mails = await db.owner.query(
    "select template, to_organization_id is not null as receiver from outbox_message where params->>'referralId' = $1 and created_at > now() - interval '1 hour' and template not in ('referral-sent', 'referral-reminder', 'referral-expired')",
    [sent.referralId],
  );
  const audit = await db.owner.query(
    "select event, fields, reason from audit_entry where entity_id = $1 and actor_role in ('hotline_screener', 'intake_supervisor') order by at, id",
    [sent.referralId],
  );
  return JSON.stringify([told, mails.rows, audit.rows])
    .replaceAll(sent.referralId, "REFERRAL")
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "ID")
    .replaceAll(/"[0-9A-Z]{4}-?[0-9A-Z]{4}"/g, '"NUMBER"')
    .replaceAll(/"\d{4}-\d\d-\d\dT[\d:.]+Z"/g, '"TIME"');
}

async function sendOne(): Promise<Sent> {
  const { callId } = await desk.screener((ctx) => openCall(ctx, { line: "support_line" }));
  const { referralId, householdId } = await send(desk, { callId, consent });
  return { referralId, householdId, callId };
}
/** Only one referral at a time stands in the lists and counts that are compared. */
const clearAll = () =>
  db.owner.query(
    "update service_referral set sent_at = now() - interval '90 days', status = 'withdrawn', closed_at = now() - interval '80 days', next_act = null",
  );
const seal = (flag: string) =>
  db.owner.query(
    `update organization set victim_service_provider = $2 = 'victim_service_provider', part2_program = $2 = 'part2_program' where id = $1`,
    [place.organizationId, flag],
  );

describe.each(["victim_service_provider", "part2_program"])("a sealed referral: %s", (flag) => {
  it("reads the same to everybody but its receiver, whatever the receiver did", async () => {
    await seal(flag);
    const texts = new Map<string, string>();
    for (const [name, play] of Object.entries(hiddenStates)) {
      await clearAll();
      const sent = await sendOne();
      await play(sent);
      texts.set(name, await seen(sent));
    }
    const first = texts.get("sent");
    for (const [name, text] of texts) expect(text, name).toBe(first);
    expect(first).toContain("Received. What becomes of it is not shared.");
  });

  it("answers every act from outside the same, in every state", { timeout: 600_000 }, async () => {
    await seal(flag);
    const short = ["sent", "accepted", "declined"];
    const played =
      flag === "part2_program" ? short : [...short, "waitlisted", "scheduled", "family no", "connected"];
    for (const [act, run] of Object.entries(attempts)) {
      const answers = new Map<string, string>();
      for (const state of played) {
        const sent = await sendOne();
        await hiddenStates[state]?.(sent);
        const told = await answer(() => run(sent), sent);
        answers.set(state, `${told} then ${act === "mistake" ? "" : await standing(sent)}`);
        await clearAll();
      }
      expect([...new Set(answers.values())], `${act}: ${JSON.stringify([...answers], null, 1)}`).toHaveLength(
        1,
      );
    }
  });
});

/** What stands on its sender's, supervisor's and family's pages after the act. */
async function standing({ referralId, householdId }: Sent): Promise<string> {
  const view = await desk.screener((ctx) => referrals.readReferral(ctx, { referralId }));
  const { status, version, masked, history, mayBecome, permission } = view;
  const page = await desk.family(householdId, (ctx) => referrals.readFamilyPage(ctx));
  const own = page.referrals.find(({ id }) => id === referralId);
  const family = own && [own.status, own.version, own.sealed, own.canDecline, own.canPause, own.sharing];
  return JSON.stringify([status, version, masked, history.length, mayBecome, permission, family]);
}

it("tells of a suspended shelter whoever sent there lately, open or not", async () => {
  await seal("victim_service_provider");
  const mailed = [];
  for (const state of ["sent", "declined", "connected"]) {
    await clearAll();
    await db.owner.query("delete from outbox_message");
    await hiddenStates[state]?.(await sendOne());
    const { rows } = await db.owner.query("select version from organization where id = $1", [
      place.organizationId,
    ]);
    const admin = <T>(run: (ctx: Parameters<Parameters<Desk["system"]>[0]>[0]) => Promise<T>) =>
      desk.as(administrator(), run);
    const id = place.organizationId;
    const version: number = rows[0].version;
    await admin((ctx) => referrals.suspendOrganization(ctx, { id, version, reason: "No answer" }));
    await admin((ctx) => referrals.restoreOrganization(ctx, { id, version: version + 1 }));
    const { rows: mails } = await db.owner.query(
      "select template from outbox_message where to_user_id = $1 order by created_at, id",
      [place.userId],
    );
    mailed.push(mails.map(({ template }) => template).sort());
    const held = await admin((ctx) => referrals.countHeldReferrals(ctx, { membershipIds: [randomUUID()] }));
    expect(held).toEqual({});
  }
  expect(mailed).toEqual(Array(3).fill(["organization-restored", "organization-suspended"]));
});
