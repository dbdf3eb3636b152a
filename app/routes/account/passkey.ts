import { redirect } from "@remix-run/node";
import { z } from "zod";
import { openAction } from "~/auth/account-page.server";
import { cookieHeaders } from "~/auth/auth-answer.server";
import { askForNewPasskey, askForPasskey, type PasskeyQuestion } from "~/auth/begin-passkey.server";
import { requireSignedIn } from "~/auth/sign-in-first.server";
import { pathTo } from "~/paths";

function asQuestion({ options, setCookies }: PasskeyQuestion): Response {
  const headers = cookieHeaders(setCookies);
  headers.set("Cache-Control", "no-store");
  return Response.json(options, { headers });
}

/** What the script of the sign-in and account pages asks the device for. */
export const action = openAction({
  "sign-in": [z.object({}), async ({ request }) => asQuestion(await askForPasskey(request.headers))],
  add: [
    z.object({}),
    async ({ request, session }) => {
      requireSignedIn(request, session);
      const question = await askForNewPasskey(request.headers);
      return question ? asQuestion(question) : new Response(null, { status: 409 });
    },
  ],
});

export const loader = () => redirect(pathTo("/sign-in"));
