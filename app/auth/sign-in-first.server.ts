import { redirectDocument } from "@remix-run/node";
import { pathTo } from "~/paths";
import type { ResolvedSession } from "./session";

/** The page to come back to: of a form, the page it stood on, with the query that it needs to be drawn. */
export function pathBack(request: Request): string {
  const url = new URL(request.url);
  for (const framework of ["_routes", "index"]) url.searchParams.delete(framework);
  const path = url.pathname.replace(/\.data$/, "").replace(/^\/_root$/, "/");
  return path + url.search;
}

/** As a document of its own: pages before sign-in have no script, nor their words in another page's. */
function onTo(page: string, request: Request): Response {
  return redirectDocument(`${page}?to=${encodeURIComponent(pathBack(request))}`);
}

/** The session, once the person has signed in with both steps; else a redirect to what is missing. */
export function requireSignedIn(request: Request, session: ResolvedSession | null): ResolvedSession {
  if (!session) throw onTo(pathTo("/sign-in"), request);
  if (session.aal < 2)
    throw onTo(session.twoFactorEnabled ? pathTo("/sign-in/code") : pathTo("/account/two-factor"), request);
  return session;
}
