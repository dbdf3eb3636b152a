import { database } from "~/db/client.server";
import { systemClock } from "~/domain/kernel/clock";
import { authSettings } from "./auth-settings.server";
import { refusalOf } from "./auth-answer.server";
import { auth } from "./auth-instance.server";
import { rememberDevice } from "./known-devices";
import { clearSignInAttempts } from "./count-sign-in-attempt.server";

/** Whether a reset link still works. */
export async function isResetLinkLive(token: string): Promise<boolean> {
  const { internalAdapter } = await auth().$context;
  const found = await internalAdapter.findVerificationValue(`reset-password:${token}`);
  return !!found && found.expiresAt > systemClock.now();
}

/**
 * Sets the password with the secret of a mailed link. Ends all of the person's sessions, uses up the link, and lifts a
 * wait after wrong passwords here: the device is known from now on, by the Set-Cookie line answered. Null when the
 * link has ended. The second step is asked as ever.
 */
export async function resetPassword(
  token: string,
  newPassword: string,
  headers: Headers,
): Promise<{ setCookies: string[] } | null> {
  const { internalAdapter } = await auth().$context;
  const found = await internalAdapter.findVerificationValue(`reset-password:${token}`);
  try {
    await auth().api.resetPassword({ body: { token, newPassword } });
  } catch (error) {
    if (refusalOf(error).status >= 500) throw error;
    return null;
  }
  const { prisma } = database();
  const user = found && (await prisma.user.findUnique({ where: { id: found.value } }));
  if (!user) return { setCookies: [] };
  const { email } = user;
  const { secret, secure } = authSettings();
  await clearSignInAttempts(prisma, { email, headers, secret, now: systemClock.now() });
  const device = rememberDevice(headers.get("cookie"), email, { secret, secure });
  return { setCookies: device ? [device] : [] };
}
