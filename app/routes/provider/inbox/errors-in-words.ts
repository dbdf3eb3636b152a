import type { TFunction } from "i18next";

/** Refusals by field as sentences. Codes are the operations' own; one without words reads as "check this". */
export function errorsInWords(
  t: TFunction<"provider">,
  errors: Record<string, readonly string[]> = {},
): Record<string, string[]> {
  const say = (code: string) =>
    t(/^[a-z_]+$/.test(code) ? `error.${code}` : "error.other", { defaultValue: t("error.other") });
  return Object.fromEntries(Object.entries(errors).map(([field, codes]) => [field, codes.map(say)]));
}
