import { refusalOf } from "./auth-answer.server";
import { auth } from "./auth-instance.server";

/** `again`: the password step has ended or the code was used before; start over. */
export type CodeOutcome = { outcome: "in" | "wrong" | "used" | "again" | "waits"; setCookies: string[] };

const outcomes: Record<string, CodeOutcome["outcome"]> = {
  INVALID_CODE: "wrong",
  INVALID_BACKUP_CODE: "wrong",
  CODE_ALREADY_USED: "used",
  ACCOUNT_TEMPORARILY_LOCKED: "waits",
  INVALID_TWO_FACTOR_COOKIE: "again",
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: "again",
};

/** Six digits are a time-based code; a backup code is "xxxxx-xxxxx", typed with or without its dash. */
function readCode(typed: string): { kind: "totp" | "backup"; code: string } {
  const plain = typed.replace(/\s/g, "");
  if (/^\d{6}$/.test(plain)) return { kind: "totp", code: plain };
  const letters = plain.replace(/-/g, "").slice(0, 32);
  return { kind: "backup", code: `${letters.slice(0, 5)}-${letters.slice(5)}` };
}

/** The second step of signing in: a code from the app, or one of the backup codes. */
export async function enterCode(headers: Headers, typed: string): Promise<CodeOutcome> {
  const { kind, code } = readCode(typed);
  const call = { body: { code }, headers, returnHeaders: true as const };
  try {
    const answer = await (kind === "totp" ? auth().api.verifyTOTP(call) : auth().api.verifyBackupCode(call));
    return { outcome: "in", setCookies: answer.headers.getSetCookie() };
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal.status >= 500) throw error;
    return { outcome: outcomes[refusal.code] ?? "again", setCookies: refusal.setCookies };
  }
}
