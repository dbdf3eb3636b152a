import { z } from "zod";
import { refusalOf } from "./auth-answer.server";
import { auth } from "./auth-instance.server";
import { maxPasswordLength } from "./session-policy";

const signInSchema = z.object({
  email: z.string().trim().toLowerCase().pipe(z.email()),
  password: z.string().min(1).max(maxPasswordLength),
});

/**
 * - `in`: signed in, though without a second step yet. `code`: the password fits, the code is asked next.
 * - `wrong`: address or password does not fit; which one is never said. `waits`: five failures, 15 minutes.
 */
export type SignInOutcome = { outcome: "in" | "code" | "wrong" | "waits"; setCookies: string[] };

/** Tries an address and a password. `headers` are the request's, for cookies, address and browser. */
export async function signIn(headers: Headers, input: unknown): Promise<SignInOutcome> {
  const parsed = signInSchema.safeParse(input);
  if (!parsed.success) return { outcome: "wrong", setCookies: [] };
  try {
    const answer = await auth().api.signInEmail({ body: parsed.data, headers, returnHeaders: true });
    const outcome = "twoFactorRedirect" in answer.response ? "code" : "in";
    return { outcome, setCookies: answer.headers.getSetCookie() };
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal.status >= 500) throw error;
    return { outcome: refusal.status === 429 ? "waits" : "wrong", setCookies: [] };
  }
}
