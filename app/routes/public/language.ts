import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { languageOfRequest } from "~/locales/language-of-request.server";
import { pathTo } from "~/paths";

/** `/` goes to the language the browser asks for (or the one chosen before), never by location. */
export function loader({ request }: LoaderFunctionArgs) {
  return redirect(pathTo("/:lang", { lang: languageOfRequest(request) }), {
    headers: { Vary: "Accept-Language, Cookie", "Cache-Control": "private" },
  });
}
