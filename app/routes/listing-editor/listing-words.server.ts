import type { DeskArgs } from "~/auth/desk.server";
import { formatIn } from "~/locales/format";
import { languageOfRequest } from "~/locales/language-of-request.server";
import type { Language } from "~/locales/languages";
import { translate } from "~/locales/translator.server";
import type { CardWords } from "../listing-card/describe-card.server";

/** Words of one language for cards and tags; the page's own language unless another is said. */
export function listingWords(
  { request, session }: Pick<DeskArgs, "request" | "session">,
  other?: Language,
): CardWords {
  const language = other ?? languageOfRequest(request);
  return {
    language,
    t: translate(language, "provider-listings"),
    format: formatIn(language, session.membership.timeZone),
  };
}

/** Refusals by field as sentences; a code without words reads as "look at this again". */
export function errorWords(
  { t }: Pick<CardWords, "t">,
  errors: Record<string, string[]>,
): Record<string, string[]> {
  const say = (field: string, code: string) => {
    const known = /^[a-z_]+$/.test(code) ? code : "other";
    return t(`provider-listings:error.${known}`, {
      defaultValue: t("provider-listings:error.other"),
      field: t(`provider-listings:field.${field}`, { defaultValue: field }),
    });
  };
  return Object.fromEntries(
    Object.entries(errors).map(([field, codes]) => [
      field.split(".")[0] ?? field,
      codes.slice(0, 1).map((code) => say(field.split(".")[0] ?? field, code)),
    ]),
  );
}
