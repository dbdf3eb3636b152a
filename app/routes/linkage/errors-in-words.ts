import type { TFunction } from "i18next";
import { errorInWords } from "~/ui/form/error-in-words";

/** Refusals by field as sentences. Codes are the operations' own. */
export function errorsInWords(
  t: TFunction<"linkage">,
  errors: Record<string, readonly string[]> = {},
): Record<string, string[]> {
  const say = (field: string) => (code: string) => errorInWords(t, (key) => `error.${key}`, field, code);
  return Object.fromEntries(Object.entries(errors).map(([field, codes]) => [field, codes.map(say(field))]));
}
