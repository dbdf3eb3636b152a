import { redirect } from "@remix-run/node";
import { parseSetCookie, stringifyCookie } from "cookie";
import { pathTo } from "~/paths";
import { cookieHeaders } from "./auth-answer.server";
import { choiceCookie } from "./choice-cookie";
import { rememberDevice } from "./known-devices";
import { ownPath } from "./own-path";
import { resolveSession } from "./resolve-session.server";
import { authSettings } from "./auth-settings.server";
import type { ResolvedSession } from "./session";

/** What the document reads on this device: language, shortcuts and text size as the person set them. */
export function preferenceCookies(
  person: Pick<ResolvedSession, "locale" | "shortcutsOn" | "largeText">,
): string[] {
  const choices = {
    lang: person.locale,
    shortcuts: person.shortcutsOn ? "on" : "off",
    text: person.largeText ? "large" : "normal",
  };
  const { secure } = authSettings();
  return Object.entries(choices).map(([name, value]) => choiceCookie(name, value, secure));
}

function cookieHeader(setCookies: readonly string[]): string {
  const set = setCookies.map((line) => parseSetCookie(line));
  return stringifyCookie(Object.fromEntries(set.map(({ name, value }) => [name, value])));
}

/**
 * The answer to a sign-in that succeeded: the new session's cookie, the person's own settings and that this device is
 * known, and on to the page they wanted; first to setting up the second step when neither they nor their way in have one.
 */
export async function arrive(
  request: Request,
  setCookies: readonly string[],
  wanted: unknown,
): Promise<ReturnType<typeof redirect>> {
  const { session } = await resolveSession({ headers: { cookie: cookieHeader(setCookies) } });
  const to = ownPath(wanted);
  const path =
    session && session.aal < 2 && !session.twoFactorEnabled
      ? `${pathTo("/account/two-factor")}?to=${encodeURIComponent(to)}`
      : to;
  const device = session && rememberDevice(request.headers.get("cookie"), session.email, authSettings());
  const lines = [...setCookies, ...(session ? preferenceCookies(session) : []), ...(device ? [device] : [])];
  return redirect(path, { headers: cookieHeaders(lines), status: 303 });
}
