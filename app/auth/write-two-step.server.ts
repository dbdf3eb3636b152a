import { generateRandomString, symmetricEncrypt } from "better-auth/crypto";
import type { Tx } from "~/domain/kernel/context";
import { backupCodeCount } from "./session-policy";

/** Codes in better-auth's form, "xxxxx-xxxxx". */
function newBackupCodes(): string[] {
  return Array.from({ length: backupCodeCount }, () => {
    const code = generateRandomString(10, "a-z", "0-9");
    return `${code.slice(0, 5)}-${code.slice(5)}`;
  });
}

/** A fresh secret of 32 characters, as better-auth makes them. */
export function newTotpSecret(): string {
  return generateRandomString(32);
}

/**
 * Replaces a person's second step: secret and backup codes encrypted with the server's secret, as better-auth's
 * twoFactor plugin reads them. `verified` false: asked for at sign-in only after a first code has fitted.
 */
export async function writeTwoStep(
  tx: Tx,
  input: { userId: string; totpSecret: string; verified: boolean; secret: string },
): Promise<void> {
  const key = input.secret;
  const secret = await symmetricEncrypt({ key, data: input.totpSecret });
  const backupCodes = await symmetricEncrypt({ key, data: JSON.stringify(newBackupCodes()) });
  await tx.twoFactor.deleteMany({ where: { userId: input.userId } });
  await tx.twoFactor.createMany({
    data: [{ userId: input.userId, secret, backupCodes, verified: input.verified }],
  });
}
