import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { makeScopes } from "../../../../tests/setup/authorization-matrix";
import { testDatabase } from "../../../../tests/setup/database";
import { deskOf, send } from "../../../../tests/setup/referral-desk";
import type { MailLinkActor } from "../../kernel/actor";
import { fixedClock, systemClock } from "../../kernel/clock";
import type { Ctx } from "../../kernel/context";
import { hashToken } from "../../kernel/ids";
import type { AnswerByMailInput } from "./answer-by-mail.schema";
import * as referrals from "../index.server";

const db = await testDatabase();
const places = await makeScopes(db);
const desk = deskOf(db, places.own);

const linkFor = (referralId: string, outboxId: string = randomUUID(), place = places.own) =>
  desk.system(async (ctx) => {
    const token = await referrals.writeAnswerLink(ctx, {
      referralId,
      outboxId,
      membershipId: null,
      tokenOf: (id) => `token-of-${id}`,
    });
    const link = await ctx.tx.answerLink.findFirst({ where: { tokenHash: hashToken(token ?? "") } });
    return { token, linkId: link?.id ?? "", referralId, place };
  });
type Held = Awaited<ReturnType<typeof linkFor>>;

function holding<T>(
  held: Held,
  run: (ctx: Ctx) => Promise<T>,
  more: Partial<MailLinkActor> = {},
  clock = systemClock,
) {
  const { jurisdictionId, organizationId, userId } = held.place;
  const actor: MailLinkActor = {
    kind: "mail_link",
    linkId: held.linkId,
    referralId: held.referralId,
    organizationId,
    homeOrganizationId: organizationId,
    jurisdictionId,
    person: { userId, role: "provider_worker", name: "Luis M." },
    ...more,
  };
  return db.inTransaction({ jurisdictionId, organizationId: actor.organizationId }, (tx) =>
    run({ actor, tx, clock }),
  );
}
const answer = (held: Held, input: AnswerByMailInput, more?: Partial<MailLinkActor>) =>
  holding(held, (ctx) => referrals.answerByMail(ctx, input), more);
const rowOf = async (id: string) =>
  (
    await db.owner.query(
      "select status::text, assigned_user_id, question, reason_code from service_referral where id = $1",
      [id],
    )
  ).rows[0];
const usedAt = async (held: Held) =>
  (await db.owner.query("select used_at, answer from answer_link where id = $1", [held.linkId])).rows[0];

describe("answering from the mail's link", () => {
  it("accepts for whom the mail was addressed, says so in history and audit, and works once", async () => {
    const { referralId } = await send(desk);
    const held = await linkFor(referralId);
    await answer(held, { answer: "accept" });
    expect(await rowOf(referralId)).toMatchObject({
      status: "accepted",
      assigned_user_id: places.own.userId,
    });
    expect(await usedAt(held)).toMatchObject({ answer: "accept", used_at: expect.any(Date) });
    const { rows } = await db.owner.query(
      `select event, actor_kind, actor_id, actor_name from referral_event where referral_id = $1 order by sequence desc limit 1`,
      [referralId],
    );
    expect(rows[0]).toEqual({
      event: "referral.accepted",
      actor_kind: "mail_link",
      actor_id: places.own.userId,
      actor_name: "Luis M.",
    });
    const audit = await db.owner.query(
      "select event from audit_entry where entity_id = $1 and actor_kind = 'mail_link'",
      [held.linkId],
    );
    expect(audit.rows.map(({ event }) => event)).toEqual(["answer_link.used"]);
    await expect(answer(held, { answer: "accept" })).rejects.toThrow("link_used");
  });

  it("lets the same person, signed in, undo what was answered by mail", async () => {
    const { referralId } = await send(desk);
    const { version } = await answer(await linkFor(referralId), { answer: "accept" });
    await desk.provider((ctx) => referrals.undoLastAct(ctx, { referralId, version }));
    expect(await rowOf(referralId)).toMatchObject({ status: "sent", assigned_user_id: null });
  });

  it("waitlists only with the family's yes, declines only with a reason, asks only with a question; a refusal leaves the link", async () => {
    for (const [wrong, right, status] of [
      [{ answer: "waitlist" }, { answer: "waitlist", familyAgreed: true }, "waitlisted"],
      [
        { answer: "decline", reasonCode: "made_up" },
        { answer: "decline", reasonCode: "no_capacity" },
        "declined_by_provider",
      ],
      [
        { answer: "ask", question: "  " },
        { answer: "ask", question: "Which evenings?" },
        "needs_information",
      ],
    ] as const) {
      const { referralId } = await send(desk);
      const held = await linkFor(referralId);
      await expect(answer(held, wrong)).rejects.toMatchObject({ code: "invalid" });
      expect(await usedAt(held)).toMatchObject({ used_at: null });
      await answer(held, right);
      expect(await rowOf(referralId)).toMatchObject({ status });
    }
  });

  it("refuses a shared mailbox that has not said who answers", async () => {
    const { referralId } = await send(desk);
    const held = await linkFor(referralId);
    await expect(answer(held, { answer: "accept" }, { person: null })).rejects.toMatchObject({
      fieldErrors: { person: ["required"] },
    });
  });

  it("answers no other version of the referral", async () => {
    const { referralId } = await send(desk);
    const held = await linkFor(referralId);
    await desk.provider((ctx) => referrals.remindLater(ctx, { referralId, version: 1 }));
    await expect(answer(held, { answer: "accept" })).rejects.toThrow("already_answered");
    const fresh = await linkFor(referralId);
    await answer(fresh, { answer: "accept" });
    expect((await rowOf(referralId)).status).toBe("accepted");
  });

  it("ends with the reply clock", async () => {
    const { referralId } = await send(desk);
    const held = await linkFor(referralId);
    const { rows } = await db.owner.query("select expires_at from answer_link where id = $1", [held.linkId]);
    const later = fixedClock(new Date(rows[0].expires_at.getTime() + 1_000).toISOString());
    const late = holding(held, (ctx) => referrals.answerByMail(ctx, { answer: "accept" }), {}, later);
    await expect(late).rejects.toThrow("link_over");
    const page = await holding(held, referrals.readAnswerOffer, {}, later);
    expect(page.state).toBe("over");
  });

  it("reaches nothing with another organization's link, another referral's id, or a reading", async () => {
    const { referralId } = await send(desk);
    const other = await send(desk);
    const held = await linkFor(referralId);
    const elsewhere = places["other organization"].organizationId;
    for (const more of [
      { organizationId: elsewhere },
      { referralId: other.referralId },
      { linkId: randomUUID() },
    ])
      await expect(answer(held, { answer: "accept" }, more)).rejects.toMatchObject({ code: "not_found" });
    await expect(holding(held, (ctx) => referrals.readReferral(ctx, { referralId }))).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  it("shows nothing of the family, and reading changes nothing", async () => {
    const { referralId } = await send(desk);
    const held = await linkFor(referralId);
    const before = await db.owner.query("select * from service_referral where id = $1", [referralId]);
    const offer = await holding(held, referrals.readAnswerOffer);
    expect(offer).toMatchObject({ state: "open", answered: null, mayAsk: true });
    for (const word of ["Marisol", "555-0142", "21215", "tantrums"])
      expect(JSON.stringify(offer)).not.toContain(word);
    const after = await db.owner.query("select * from service_referral where id = $1", [referralId]);
    expect(after.rows).toEqual(before.rows);
  });

  it("carries the same link when its notice is delivered again, and none when nothing waits", async () => {
    const { referralId } = await send(desk);
    const outboxId = randomUUID();
    const first = await linkFor(referralId, outboxId);
    expect((await linkFor(referralId, outboxId)).token).toBe(first.token);
    await answer(first, { answer: "decline", reasonCode: "no_capacity" });
    expect((await linkFor(referralId)).token).toBeNull();
  });
});
