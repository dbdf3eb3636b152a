import { parseSetCookie, stringifyCookie } from "cookie";
import { admitAgencyPerson } from "./admit-agency-person.server";
import { agencyProvider } from "./agency-provider";
import { authSettings } from "./auth-settings.server";
import type { Auth } from "./better-auth.server";
import { resolveSession } from "./resolve-session.server";
import { agencySeconds } from "./session-policy";
import { withinSeconds } from "./within-seconds";

/**
 * - `in`: signed in, on to `to`. `stranger`: the agency knows the person, and nobody invited them here.
 * - `failed`: the agency said no, the way back does not fit the way there, or its provider does not answer.
 */
export type AgencySignIn = { outcome: "in" | "stranger" | "failed"; to: string; setCookies: string[] };

const refusals = new Set(["other_domain", "unverified", "other_person", "sealed", "stranger"]);

function cookieHeader(setCookies: readonly string[]): string {
  const set = setCookies.map((line) => parseSetCookie(line));
  return stringifyCookie(Object.fromEntries(set.map(({ name, value }) => [name, value])));
}

async function readAnswer(auth: Auth, headers: Headers, query: URLSearchParams): Promise<AgencySignIn> {
  const failed: AgencySignIn = { outcome: "failed", to: "", setCookies: [] };
  const answer = await auth.api.callbackOAuth({
    method: "GET",
    params: { id: agencyProvider },
    query: Object.fromEntries(query),
    headers,
    asResponse: true,
  });
  const location = answer.headers.get("Location");
  if (!location) return failed;
  const setCookies = answer.headers.getSetCookie();
  const way = new URL(location, authSettings().origin).searchParams;
  const error = way.get("error");
  if (error) return { outcome: refusals.has(error) ? "stranger" : "failed", to: "", setCookies };
  const { session } = await resolveSession({ headers: { cookie: cookieHeader(setCookies) } });
  if (!session) return failed;
  await admitAgencyPerson(session);
  return { outcome: "in", to: way.get("to") ?? "", setCookies };
}

/** Ends signing in at the agency (`auth`: agencyAuth) with what its provider sent back; `headers` carry the cookie of the way there. */
export async function endAgencySignIn(
  auth: Auth,
  headers: Headers,
  query: URLSearchParams,
): Promise<AgencySignIn> {
  const read = await withinSeconds(agencySeconds, readAnswer(auth, headers, query));
  return read ?? { outcome: "failed", to: "", setCookies: [] };
}
