import type { AnswerLink } from "~/db/generated/client";
import type { Ctx } from "../../kernel/context";
import { Forbidden } from "../../kernel/errors";
import { hashToken, newId } from "../../kernel/ids";
import { recordAudit } from "../../kernel/index.server";
import { readSettings } from "../../organizations/index.server";
import { expiresAt } from "../states/referral-clocks";

export type AnswerLinkInput = {
  referralId: string;
  /** The notice that will carry the link: delivered again, it carries the same one. */
  outboxId: string;
  /** To whom it is addressed; null for the organization's own mailbox. */
  membershipId: string | null;
  /** Makes the token from the link's id; only its hash is stored. */
  tokenOf: (linkId: string) => string;
};

async function writeLink(ctx: Ctx, input: AnswerLinkInput): Promise<Pick<AnswerLink, "id"> | null> {
  const { jurisdictionId } = ctx.actor;
  const row = await ctx.tx.serviceReferral.findFirst({
    where: { id: input.referralId, jurisdictionId, status: "sent" },
    select: { version: true, dueAt: true, receivingOrganizationId: true },
  });
  if (!row?.dueAt) return null;
  const { settings, calendar } = await readSettings(ctx);
  const at = ctx.clock.now();
  const until = expiresAt("sent", row.dueAt, { calendar, clocks: settings.clocks });
  if (until <= at) return null;
  const id = newId(at);
  await ctx.tx.answerLink.createMany({
    data: {
      id,
      jurisdictionId,
      organizationId: row.receivingOrganizationId,
      referralId: input.referralId,
      referralVersion: row.version,
      outboxId: input.outboxId,
      membershipId: input.membershipId,
      tokenHash: hashToken(input.tokenOf(id)),
      createdAt: at,
      expiresAt: until,
    },
  });
  await recordAudit(ctx, { event: "answer_link.created", entity: "AnswerLink", entityId: id });
  return { id };
}

/**
 * The token with which one recipient of a notice answers without signing in: for this version of the referral, once,
 * until the reply clock's grace ends. Null when the referral no longer waits for an answer. System only.
 */
export async function writeAnswerLink(ctx: Ctx, input: AnswerLinkInput): Promise<string | null> {
  if (ctx.actor.kind !== "system") throw new Forbidden();
  const { outboxId, membershipId, referralId } = input;
  const { jurisdictionId } = ctx.actor;
  const earlier = await ctx.tx.answerLink.findFirst({
    where: { jurisdictionId, outboxId, membershipId, referralId },
    select: { id: true },
  });
  const link = earlier ?? (await writeLink(ctx, input));
  return link ? input.tokenOf(link.id) : null;
}
