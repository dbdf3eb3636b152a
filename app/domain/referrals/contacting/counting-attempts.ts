import type { Prisma, ServiceReferral } from "~/db/generated/client";

/**
 * The tries that count: not taken back, and made since the referral was sent. What the agency tried before the family's yes
 * is its own: it neither counts for the program nor tells it that the family had not asked.
 */
export const countingAttempts = (
  row: Pick<ServiceReferral, "id" | "sentAt">,
): Prisma.ContactAttemptWhereInput => ({
  referralId: row.id,
  takenBackAt: null,
  ...(row.sentAt && { at: { gte: row.sentAt } }),
});
