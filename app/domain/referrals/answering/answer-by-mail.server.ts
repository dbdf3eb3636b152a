import type { z } from "zod";
import type { AnswerLink } from "~/db/generated/client";
import type { Ctx } from "../../kernel/context";
import { Conflict, Forbidden, Invalid } from "../../kernel/errors";
import { recordAudit, whereFor } from "../../kernel/index.server";
import { parseInput } from "../../kernel/parse-input";
import { noteMailboxAnswered } from "../../organizations/index.server";
import { acceptReferral } from "./accept-referral.server";
import { type AnswerByMailInput, type MailAnswer, answerByMailSchema } from "./answer-by-mail.schema";
import type { OnReferral } from "../states/act-on-referral.schema";
import { askSender } from "./ask-sender.server";
import { declineReferral } from "./decline-referral.server";
import { findAnswerLink, stateOf } from "./read-answer-offer.server";
import type { ActResult } from "../reading/referral-views";
import { waitlistReferral } from "./waitlist-referral.server";

type Answer = z.output<typeof answerByMailSchema>;

function takeAnswer(ctx: Ctx, on: OnReferral, input: Answer): Promise<ActResult> {
  switch (input.answer) {
    case "accept":
      return acceptReferral(ctx, on);
    case "waitlist":
      return waitlistReferral(ctx, { ...on, familyAgreed: input.familyAgreed as true });
    case "decline":
      return declineReferral(ctx, { ...on, reasonCode: input.reasonCode, reasonText: input.reasonText });
    case "ask":
      return askSender(ctx, { ...on, question: input.question });
  }
}

/** Uses the link up, in the transaction of the answer. */
async function useLink(ctx: Ctx, link: AnswerLink, answer: MailAnswer): Promise<void> {
  const at = ctx.clock.now();
  const { count } = await ctx.tx.answerLink.updateMany({
    where: { AND: [whereFor(ctx, "use", "AnswerLink"), { usedAt: null, expiresAt: { gt: at } }] },
    data: { usedAt: at, answer },
  });
  if (count === 0) throw new Conflict("link_used");
  const entityId = link.id;
  await recordAudit(ctx, { event: "answer_link.used", entity: "AnswerLink", entityId, fields: [answer] });
}

const refusals = { used: "link_used", over: "link_over", moved_on: "already_answered" } as const;

/**
 * A provider's answer from the link in its mail, without signing in: the same four operations, for the one referral and
 * the version that the mail spoke of, once. "We can help" assigns it to whom the mail was addressed.
 * Conflict: link_used, link_over, already_answered (or as the operation refuses). Invalid, before anything is written:
 * by field; `person` when a mailbox that several read has not said who answers.
 */
export async function answerByMail(ctx: Ctx, input: AnswerByMailInput): Promise<ActResult> {
  whereFor(ctx, "use", "AnswerLink");
  if (ctx.actor.kind !== "mail_link") throw new Forbidden();
  const answer = parseInput(answerByMailSchema, input);
  const { link, row } = await findAnswerLink(ctx);
  const state = stateOf(link, row, ctx.clock.now());
  if (state !== "open") throw new Conflict(refusals[state]);
  if (!ctx.actor.person) throw new Invalid({ person: ["required"] });
  const result = await takeAnswer(ctx, { referralId: row.id, version: link.referralVersion }, answer);
  await useLink(ctx, link, answer.answer);
  if (!link.membershipId) await noteMailboxAnswered(ctx, { organizationId: row.receivingOrganizationId });
  return result;
}
