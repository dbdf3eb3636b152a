import { createHash, randomUUID } from "node:crypto";
import { beforeEach, expect, it } from "vitest";
import { makeScopes } from "../../../../tests/setup/authorization-matrix";
import { testDatabase } from "../../../../tests/setup/database";
import { deskOf, send } from "../../../../tests/setup/referral-desk";
import type { MailLinkActor, PublicActor } from "../../kernel/actor";
import { systemClock } from "../../kernel/clock";
import type { Ctx } from "../../kernel/context";
import { hashToken } from "../../kernel/ids";
import {
  inviteOrganization,
  listAnswering,
  readOrganizationInvited,
  resolveMailRecipients,
} from "../../organizations/index.server";
import * as referrals from "../index.server";

const db = await testDatabase();
const { own } = await makeScopes(db);
const desk = deskOf(db, own);
const { organizationId, jurisdictionId } = own;
const sql = (text: string, ...values: unknown[]) => db.owner.query(text, values);
const visitor = <T>(run: (ctx: Ctx<PublicActor>) => Promise<T>) => {
  const actor: PublicActor = { kind: "public", jurisdictionId };
  return desk.as(actor, (ctx) => run({ ...ctx, actor }));
};
const answering = () => desk.screener((ctx) => listAnswering(ctx, { organizationIds: [organizationId] }));
const offer = () => visitor((ctx) => referrals.readSelfReferralOffer(ctx, { serviceId: own.serviceId }));

/** As an import leaves an organization: an address from elsewhere, and nobody who works here. */
beforeEach(async () => {
  await sql("update membership set ended_at = now() where organization_id = $1", organizationId);
  await sql(
    "update organization set source = 'county-211', source_id = '7', email = 'office@imported.example', answering_email = null where id = $1",
    organizationId,
  );
  await sql("delete from mail_suppression");
  await sql(
    "update service_referral set status = 'withdrawn', closed_at = now() where closed_at is null and receiving_organization_id = $1",
    organizationId,
  );
});

const comeBack = () =>
  sql("update membership set ended_at = null where organization_id = $1", organizationId);

it("sends nothing to an organization that was only imported, and promises no family a call", async () => {
  expect(await answering()).toEqual(new Set());
  await expect(send(desk)).rejects.toThrow("organization_cannot_receive");
  expect(await offer()).toEqual({ refused: "organization_cannot_receive" });
  const given = await desk.screener((ctx) => referrals.giveDetailsOnly(ctx, { serviceId: own.serviceId }));
  expect(given.serviceId).toBe(own.serviceId);
  await comeBack();
  expect(await offer()).toMatchObject({ refused: null });
  expect((await send(desk)).status).toBe("sent");
});

it("knows an address by the answer that came from it, and forgets it with the address or with its bounces", async () => {
  await sql("update organization set source = 'portal' where id = $1", organizationId);
  const { referralId } = await send(desk);
  const linkId = await desk.system(async (ctx) => {
    const link = {
      referralId,
      outboxId: randomUUID(),
      membershipId: null,
      tokenOf: (id: string) => `t-${id}`,
    };
    const token = await referrals.writeAnswerLink(ctx, link);
    const row = await ctx.tx.answerLink.findFirst({ where: { tokenHash: hashToken(token ?? "") } });
    return row?.id ?? "";
  });
  await sql("update organization set source = 'county-211' where id = $1", organizationId);
  expect(await answering()).toEqual(new Set());
  const actor: MailLinkActor = {
    kind: "mail_link",
    linkId,
    referralId,
    organizationId,
    homeOrganizationId: organizationId,
    jurisdictionId,
    person: { userId: null, role: "provider_worker", name: "Rosa D." },
  };
  await db.inTransaction({ jurisdictionId, organizationId }, (tx) =>
    referrals.answerByMail({ actor, tx, clock: systemClock }, { answer: "accept" }),
  );
  const view = await desk.screener((ctx) => referrals.readReferral(ctx, { referralId }));
  expect(view.history.at(-1)).toMatchObject({ event: "referral.accepted", actorName: "Rosa D." });
  expect(view.assignedUserId).toBeNull();
  expect(await answering()).toEqual(new Set([organizationId]));

  const emailHash = createHash("sha256").update("office@imported.example").digest("hex");
  await sql(
    "insert into mail_suppression (email_hash, reason, created_at) values ($1, 'bounce', now())",
    emailHash,
  );
  expect(await answering()).toEqual(new Set());
  await sql("delete from mail_suppression");
  await sql("update organization set email = 'new@imported.example' where id = $1", organizationId);
  expect(await answering()).toEqual(new Set());
});

it("writes to the people where the mailbox sends mail back", async () => {
  await comeBack();
  const to = { toUserId: null, toOrganizationId: organizationId, toEmail: null, locale: "en" };
  const recipients = () => desk.system((ctx) => resolveMailRecipients(ctx, to));
  expect(await recipients()).toMatchObject([{ email: "office@imported.example", membershipId: null }]);
  const emailHash = createHash("sha256").update("office@imported.example").digest("hex");
  await sql(
    "insert into mail_suppression (email_hash, reason, created_at) values ($1, 'bounce', now())",
    emailHash,
  );
  expect((await recipients())[0]?.membershipId).not.toBeNull();
});

it("says to sender and family that nobody answers any more, instead of a time", async () => {
  await comeBack();
  const { referralId, householdId } = await send(desk);
  await sql("update membership set ended_at = now() where organization_id = $1", organizationId);
  await sql("update organization set email = null where id = $1", organizationId);
  const { rows } = await desk.screener((ctx) => referrals.listFollowUps(ctx, { scope: "mine" }));
  expect(rows.find(({ id }) => id === referralId)).toMatchObject({ answers: false, status: "sent" });
  const page = await desk.family(householdId, (ctx) => referrals.readFamilyPage(ctx));
  expect(page.referrals.find(({ id }) => id === referralId)).toMatchObject({ answers: false });
});

it("asks an organization in once a month, with nothing of a family", async () => {
  const invite = () =>
    desk.screener((ctx) => inviteOrganization(ctx, { organizationId, listingSlug: "program" }));
  await invite();
  await expect(invite()).rejects.toThrow("invited_already");
  const { rows } = await sql(
    "select to_organization_id, to_email, params from outbox_message where template = 'organization-invited'",
  );
  expect(rows).toEqual([
    { to_organization_id: organizationId, to_email: null, params: { claimKey: "program" } },
  ]);
  const told = await desk.screener((ctx) => readOrganizationInvited(ctx, { organizationId }));
  expect(told).toMatchObject({ hasAddress: true, at: expect.any(Date) });
  await comeBack();
  await expect(invite()).rejects.toThrow("answers_already");
});
