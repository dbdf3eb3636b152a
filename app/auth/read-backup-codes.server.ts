import { database } from "~/db/client.server";
import { systemClock } from "~/domain/kernel/clock";
import { auth } from "./auth-instance.server";
import type { ResolvedSession } from "./session";
import { freshSeconds } from "./session-policy";

/** `codes` only within ten minutes of signing in or finishing the set-up; else just how many are left. */
export type BackupCodes = { left: number; codes: string[] | null };

/** What is left of a person's ten backup codes. */
export async function readBackupCodes(session: ResolvedSession): Promise<BackupCodes> {
  const row = await database().prisma.twoFactor.findFirst({
    where: { userId: session.userId, verified: true },
  });
  if (!row) return { left: 0, codes: null };
  const { backupCodes } = await auth().api.viewBackupCodes({ body: { userId: session.userId } });
  const age = systemClock.now().getTime() - session.createdAt.getTime();
  return {
    left: backupCodes.length,
    codes: age < freshSeconds * 1000 && session.aal >= 2 ? backupCodes : null,
  };
}
