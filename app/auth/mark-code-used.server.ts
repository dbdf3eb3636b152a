import { createHmac } from "node:crypto";
import type { PrismaClient } from "~/db/generated/client";

/** A code is accepted for 30 seconds either side of its own; older marks only fill the table. */
const keepSeconds = 5 * 60;

/**
 * Marks a time-based code as used by a person. False when it was used before: better-auth accepts a code for
 * about 90 seconds and as often as it comes (issue 10387).
 */
export async function markCodeUsed(
  prisma: PrismaClient,
  used: { userId: string; code: string; secret: string; now: Date },
): Promise<boolean> {
  const codeHash = createHmac("sha256", used.secret).update(`totp:${used.code}`).digest("hex");
  const old = new Date(used.now.getTime() - keepSeconds * 1000);
  await prisma.totpUsed.deleteMany({ where: { userId: used.userId, usedAt: { lt: old } } });
  const made = await prisma.totpUsed.createMany({
    data: [{ userId: used.userId, codeHash, usedAt: used.now }],
    skipDuplicates: true,
  });
  return made.count === 1;
}
