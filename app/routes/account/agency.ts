import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { agencyAuth } from "~/auth/agency-auth.server";
import { cookieHeaders } from "~/auth/auth-answer.server";
import { beginAgencySignIn } from "~/auth/begin-agency-sign-in.server";
import { pathTo } from "~/paths";

/**
 * To the agency's own page of signing in. A link and no form: the content policy lets forms lead nowhere else. 404 where no
 * agency is set.
 */
export async function loader({ request }: LoaderFunctionArgs) {
  const auth = agencyAuth();
  if (!auth) throw new Response(null, { status: 404 });
  const to = new URL(request.url).searchParams.get("to") ?? "";
  const way = await beginAgencySignIn(auth, request.headers, to);
  if (!way) throw redirect(`${pathTo("/sign-in")}?agencyFailed&to=${encodeURIComponent(to)}`);
  const headers = cookieHeaders(way.setCookies);
  headers.set("Cache-Control", "no-store");
  return redirect(way.url, { headers });
}
