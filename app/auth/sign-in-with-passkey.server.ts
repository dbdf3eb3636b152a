import { z } from "zod";
import { refusalOf } from "./auth-answer.server";
import { auth } from "./auth-instance.server";
import type { Auth } from "./better-auth.server";
import { deviceAnswer } from "./passkey.schema";

/** `wrong`: not known here, not verified on the device, or too late; which one is never said. */
export type PasskeySignIn = { outcome: "in" | "wrong"; setCookies: string[] };

/** better-auth checks its form with the signature. */
type Body = NonNullable<Parameters<Auth["api"]["verifyPasskeyAuthentication"]>[0]>["body"];

const schema = z.object({ passkey: deviceAnswer });

/** Signs in with what the person's device answered: both steps at once, for the device has verified who holds it. */
export async function signInWithPasskey(headers: Headers, input: unknown): Promise<PasskeySignIn> {
  const parsed = schema.safeParse(input);
  if (!parsed.success) return { outcome: "wrong", setCookies: [] };
  try {
    const body = { response: parsed.data.passkey } as unknown as Body;
    const answer = await auth().api.verifyPasskeyAuthentication({ body, headers, returnHeaders: true });
    return { outcome: "in", setCookies: answer.headers.getSetCookie() };
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal.status >= 500) throw error;
    return { outcome: "wrong", setCookies: refusal.setCookies };
  }
}
