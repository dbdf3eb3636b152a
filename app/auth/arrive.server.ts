import { redirect } from "@remix-run/node";
import { cookieHeaders } from "./auth-answer.server";
import { ownPath } from "./own-path";
import { resolveSession } from "./resolve-session.server";
import { authSettings } from "./auth-settings.server";
import type { ResolvedSession } from "./session";

/** What the document reads on this device: language, shortcuts and text size as the person set them. */
export function preferenceCookies(
  person: Pick<ResolvedSession, "locale" | "shortcutsOn" | "largeText">,
): string[] {
  const flags = `Path=/; Max-Age=31536000; SameSite=Lax${authSettings().secure ? "; Secure" : ""}`;
  const choices = {
    lang: person.locale,
    shortcuts: person.shortcutsOn ? "on" : "off",
    text: person.largeText ? "large" : "normal",
  };
  return Object.entries(choices).map(([name, value]) => `${name}=${value}; ${flags}`);
}

function cookiePairs(setCookies: readonly string[]): string {
  return setCookies.map((line) => line.split(";")[0]).join("; ");
}

/**
 * The answer to a sign-in that succeeded: the new session's cookie and the person's own settings, and on to the
 * page they wanted; first to setting up the second step when they have none.
 */
export async function arrive(
  setCookies: readonly string[],
  wanted: unknown,
): Promise<ReturnType<typeof redirect>> {
  const { session } = await resolveSession({ headers: { cookie: cookiePairs(setCookies) } });
  const to = ownPath(wanted);
  const path = session && !session.twoFactorEnabled ? `/account/two-factor?to=${encodeURIComponent(to)}` : to;
  const lines = [...setCookies, ...(session ? preferenceCookies(session) : [])];
  return redirect(path, { headers: cookieHeaders(lines), status: 303 });
}
