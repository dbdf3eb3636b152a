import type { Ctx } from "../kernel/context";
import { Forbidden } from "../kernel/errors";
import { isSuppressed } from "../kernel/index.server";

/** membershipId: as whom an organization's person is written to; null for its own mailbox and outside organizations. */
export type MailRecipient = { email: string; locale: string; membershipId: string | null };
export type MailTo = {
  toUserId: string | null;
  toOrganizationId: string | null;
  toEmail: string | null;
  locale: string;
};

async function organizationAddresses(
  ctx: Ctx,
  organizationId: string,
  locale: string,
): Promise<MailRecipient[]> {
  const { jurisdictionId } = ctx.actor;
  const organization = await ctx.tx.organization.findFirst({ where: { id: organizationId, jurisdictionId } });
  // What was sent to an organization that was merged since is answered by the one it went into.
  if (organization?.mergedIntoId) return organizationAddresses(ctx, organization.mergedIntoId, locale);
  // Whoever keeps a sealed organization's record must not have its notices come to an address of their own.
  const sealed = organization?.victimServiceProvider || organization?.part2Program;
  const mailbox = organization?.email ? [{ email: organization.email, locale, membershipId: null }] : [];
  if (
    !sealed &&
    organization?.email &&
    !(await isSuppressed(ctx, { email: organization.email, security: false }))
  )
    return mailbox;
  const members = await ctx.tx.membership.findMany({
    where: { organizationId, jurisdictionId, endedAt: null },
    include: { user: { select: { email: true, locale: true } } },
    orderBy: { createdAt: "asc" },
    distinct: ["userId"],
    take: 20,
  });
  return members.length > 0 ? members.map(({ id, user }) => ({ ...user, membershipId: id })) : mailbox;
}

/** The addresses a message is for, read when it is sent: a person's, an organization's own, or its people's (where mail to its own comes back, and where it is sealed). System only. */
export async function resolveMailRecipients(ctx: Ctx, to: MailTo): Promise<MailRecipient[]> {
  if (ctx.actor.kind !== "system") throw new Forbidden();
  if (to.toEmail) return [{ email: to.toEmail, locale: to.locale, membershipId: null }];
  if (to.toOrganizationId) return organizationAddresses(ctx, to.toOrganizationId, to.locale);
  if (!to.toUserId) return [];
  const user = await ctx.tx.user.findUnique({
    where: { id: to.toUserId },
    select: { email: true, locale: true },
  });
  return user ? [{ ...user, membershipId: null }] : [];
}
