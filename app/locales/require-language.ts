import { isLanguage, type Language } from "./languages";

/** The `:lang` of a public path; any other first segment is a page that does not exist. */
export function requireLanguage(value: string | undefined): Language {
  if (!isLanguage(value)) throw new Response("Not Found", { status: 404 });
  return value;
}
