import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { agencyAuth } from "~/auth/agency-auth.server";
import { arrive } from "~/auth/arrive.server";
import { cookieHeaders } from "~/auth/auth-answer.server";
import { endAgencySignIn } from "~/auth/end-agency-sign-in.server";
import { pathTo } from "~/paths";

/** Back from the agency: in, or to the sign-in page with why not. 404 where no agency is set. */
export async function loader({ request }: LoaderFunctionArgs) {
  const auth = agencyAuth();
  if (!auth) throw new Response(null, { status: 404 });
  const { outcome, to, setCookies } = await endAgencySignIn(
    auth,
    request.headers,
    new URL(request.url).searchParams,
  );
  if (outcome === "in") return arrive(request, setCookies, to);
  const notice = outcome === "stranger" ? "agencyStranger" : "agencyFailed";
  return redirect(`${pathTo("/sign-in")}?${notice}`, { headers: cookieHeaders(setCookies) });
}
