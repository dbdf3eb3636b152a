import type { AnswerLink, ServiceReferral } from "~/db/generated/client";
import type { Ctx } from "../../kernel/context";
import { NotFound } from "../../kernel/errors";
import { whereFor } from "../../kernel/index.server";
import type { MailAnswer } from "./answer-by-mail.schema";
import { findReferral } from "../reading/find-referral.server";
import { readSealed } from "../reading/read-sealed.server";

/** What became of a link: it can answer, it did, it is too late, or the referral has moved on by other hands. */
export type AnswerLinkState = "open" | "used" | "over" | "moved_on";
/** All that the page behind a notice's link may show: what the mail itself could say, and nothing of the family. */
export type AnswerOffer = {
  state: AnswerLinkState;
  /** What this link answered. */
  answered: MailAnswer | null;
  referralId: string;
  number: string;
  programName: string;
  sentAt: Date | null;
  dueAt: Date | null;
  /** A sealed organization asks by phone: nothing is written back to a sender. */
  mayAsk: boolean;
};

export function stateOf(link: AnswerLink, row: ServiceReferral, now: Date): AnswerLinkState {
  if (link.usedAt) return "used";
  if (row.status !== "sent" || row.version !== link.referralVersion) return "moved_on";
  return link.expiresAt > now ? "open" : "over";
}

/** The actor's own link with its referral; NotFound for everybody who does not hold one. */
export async function findAnswerLink(ctx: Ctx): Promise<{ link: AnswerLink; row: ServiceReferral }> {
  const link = await ctx.tx.answerLink.findFirst({ where: whereFor(ctx, "read", "AnswerLink") });
  if (!link) throw new NotFound();
  return { link, row: await findReferral(ctx, "read_notice", link.referralId) };
}

/** The page behind a notice's link. Reading it changes nothing: mail scanners fetch links. */
export async function readAnswerOffer(ctx: Ctx): Promise<AnswerOffer> {
  const { link, row } = await findAnswerLink(ctx);
  const service = await ctx.tx.service.findFirst({
    where: { id: row.serviceId, jurisdictionId: row.jurisdictionId },
    select: { name: true },
  });
  const sealed = await readSealed(ctx, row.receivingOrganizationId);
  return {
    state: stateOf(link, row, ctx.clock.now()),
    answered: link.answer as MailAnswer | null,
    referralId: row.id,
    number: row.number,
    programName: service?.name ?? "",
    sentAt: row.sentAt,
    dueAt: row.dueAt,
    mayAsk: sealed === null,
  };
}
