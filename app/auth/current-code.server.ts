import { createOTP } from "@better-auth/utils/otp";
import { symmetricDecrypt } from "better-auth/crypto";
import { database } from "~/db/client.server";
import { refuseUnlessDemo } from "./auth-settings.server";

/**
 * The time-based code of a demo person at an instant, and the seconds it lasts. Null when the address has no second
 * step. `secret` is the portal's SESSION_SECRET. Throws unless the portal runs on its own embedded database: with a
 * real one this would be a back door.
 */
export async function currentCode(
  email: string,
  at: { now: Date; secret: string },
): Promise<{ code: string; secondsLeft: number } | null> {
  refuseUnlessDemo();
  const row = await database().prisma.twoFactor.findFirst({
    where: { user: { email: email.trim().toLowerCase() } },
    select: { secret: true },
  });
  if (!row) return null;
  const secret = await symmetricDecrypt({ key: at.secret, data: row.secret });
  const seconds = Math.floor(at.now.getTime() / 1000);
  const code = await createOTP(secret, { digits: 6, period: 30 }).hotp(Math.floor(seconds / 30));
  return { code, secondsLeft: 30 - (seconds % 30) };
}
