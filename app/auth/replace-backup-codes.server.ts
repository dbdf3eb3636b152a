import { Conflict, Invalid } from "~/domain/kernel/errors";
import { refusalOf } from "./auth-answer.server";
import { auth } from "./auth-instance.server";

/** Ten new backup codes for the person's password; the old ones end. Throws Invalid or Conflict("waits"). */
export async function replaceBackupCodes(headers: Headers, password: string): Promise<string[]> {
  try {
    return (await auth().api.generateBackupCodes({ body: { password }, headers })).backupCodes;
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal.status === 429) throw new Conflict("waits");
    // Also for who has none, and signs in at the agency.
    if (refusal.status === 400) throw new Invalid({ password: ["password_wrong"] });
    throw error;
  }
}
