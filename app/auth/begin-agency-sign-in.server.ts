import { pathTo } from "~/paths";
import { agencyProvider } from "./agency-provider";
import { refusalOf } from "./auth-answer.server";
import type { Auth } from "./better-auth.server";
import { ownPath } from "./own-path";
import { agencySeconds } from "./session-policy";
import { withinSeconds } from "./within-seconds";

/** Where to go: the agency's own page of signing in, with the cookie that the way back is checked with. */
export type AgencyWay = { url: string; setCookies: string[] };

async function askAgency(auth: Auth, headers: Headers, to: unknown): Promise<AgencyWay | null> {
  const page = pathTo("/sign-in");
  const body = {
    provider: agencyProvider,
    callbackURL: `${page}?to=${encodeURIComponent(ownPath(to))}`,
    errorCallbackURL: page,
    disableRedirect: true,
  };
  try {
    const asked = await auth.api.signInSocial({ body, headers, returnHeaders: true });
    const url = asked.response.url;
    return url ? { url, setCookies: asked.headers.getSetCookie() } : null;
  } catch (error) {
    refusalOf(error);
    return null;
  }
}

/** Begins signing in at the agency (`auth`: agencyAuth). Null when its provider does not answer. */
export function beginAgencySignIn(auth: Auth, headers: Headers, to: unknown): Promise<AgencyWay | null> {
  return withinSeconds(agencySeconds, askAgency(auth, headers, to));
}
