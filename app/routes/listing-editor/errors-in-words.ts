import type { Words } from "~/locales/words";

/** Refusals by field as sentences; a code without words reads as "look at this again". */
export function errorWords(
  { t }: Pick<Words, "t">,
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
