import { z } from "zod";
import { Conflict, Invalid } from "~/domain/kernel/errors";
import { parseInput } from "~/domain/kernel/parse-input";
import { refusalOf } from "./auth-answer.server";
import { auth } from "./auth-instance.server";
import { newPassword } from "./new-password.schema";

const schema = z.object({
  currentPassword: z.string({ error: "password_needed" }).min(1, "password_needed"),
  newPassword,
});

/**
 * Changes the signed-in person's password and ends their other sessions. Answers the new session's Set-Cookie
 * lines. Throws Invalid (which field and why) or Conflict("waits") after five wrong current passwords.
 */
export async function changePassword(headers: Headers, input: unknown): Promise<string[]> {
  const body = { ...parseInput(schema, input), revokeOtherSessions: true };
  try {
    const answer = await auth().api.changePassword({ body, headers, returnHeaders: true });
    return answer.headers.getSetCookie();
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal.status === 429) throw new Conflict("waits");
    // Also for who has none, and signs in at the agency.
    if (["INVALID_PASSWORD", "CREDENTIAL_ACCOUNT_NOT_FOUND"].includes(refusal.code))
      throw new Invalid({ currentPassword: ["password_wrong"] });
    throw error;
  }
}
