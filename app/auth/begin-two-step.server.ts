import { createOTP } from "@better-auth/utils/otp";
import { symmetricDecrypt } from "better-auth/crypto";
import { database } from "~/db/client.server";
import { Conflict } from "~/domain/kernel/errors";
import { authSettings } from "./auth-settings.server";
import { twoStepIssuer } from "./session-policy";
import type { ResolvedSession } from "./session";
import { newTotpSecret, writeTwoStep } from "./write-two-step.server";

export type TwoStepSetUp = {
  /** Base32 in groups of four, to type into an authenticator app. */
  keyText: string;
  /** otpauth:// link that opens an authenticator app on the same device. */
  link: string;
};

/**
 * The secret of a person who has no second step yet: made at the first call, the same one until a code has fitted.
 * Conflict("already_on") once the second step is on: the secret is never shown again.
 */
export async function beginTwoStep(session: ResolvedSession): Promise<TwoStepSetUp> {
  const secret = authSettings().secret;
  const { prisma } = database();
  if (session.twoFactorEnabled) throw new Conflict("already_on");
  const pending = await prisma.twoFactor.findFirst({ where: { userId: session.userId } });
  if (pending?.verified) throw new Conflict("already_on");
  const totpSecret = pending
    ? await symmetricDecrypt({ key: secret, data: pending.secret })
    : newTotpSecret();
  if (!pending) {
    await prisma.$transaction((tx) =>
      writeTwoStep(tx, { userId: session.userId, totpSecret, verified: false, secret }),
    );
  }
  const link = createOTP(totpSecret, { digits: 6, period: 30 }).url(twoStepIssuer, session.email);
  const key = new URL(link).searchParams.get("secret") ?? "";
  return { keyText: key.replace(/(.{4})(?=.)/g, "$1 "), link };
}
