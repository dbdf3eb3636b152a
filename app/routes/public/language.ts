import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { languageOfRequest } from "~/locales/language-of-request.server";

/** `/` goes to the language the browser asks for (or the one chosen before), never by location. */
export function loader({ request }: LoaderFunctionArgs) {
  return redirect(`/${languageOfRequest(request)}`, {
    headers: { Vary: "Accept-Language, Cookie", "Cache-Control": "private" },
  });
}
