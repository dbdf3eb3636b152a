import { refusalOf } from "./auth-answer.server";
import { auth } from "./auth-instance.server";

/** What the browser's `navigator.credentials` asks the device for, as JSON, and the cookie that the answer is checked with. */
export type PasskeyQuestion = { options: object; setCookies: string[] };

/** The question of signing in; the device itself knows whose passkeys it has. */
export async function askForPasskey(headers: Headers): Promise<PasskeyQuestion> {
  const asked = await auth().api.generatePasskeyAuthenticationOptions({ headers, returnHeaders: true });
  const options = { ...asked.response, allowCredentials: [], userVerification: "required" };
  return { options, setCookies: asked.headers.getSetCookie() };
}

/** The question of adding one. Null when the sign-in is older than ten minutes. */
export async function askForNewPasskey(headers: Headers): Promise<PasskeyQuestion | null> {
  try {
    const asked = await auth().api.generatePasskeyRegistrationOptions({ headers, returnHeaders: true });
    return { options: asked.response, setCookies: asked.headers.getSetCookie() };
  } catch (error) {
    if (refusalOf(error).status >= 500) throw error;
    return null;
  }
}
