import type { TFunction } from "i18next";

/** Fields as the operations name them, and as the form does. */
const formField: Record<string, string> = {
  "family.caregiverName": "name",
  "family.phone": "phone",
  "family.contactWay": "way",
  "family.language": "language",
  "family.childAgesMonths": "ages",
  whatWouldHelp: "help",
};

/** Refusals by field of the form, as sentences; a code without words reads as "too long" or "fill this in". */
export function errorsInWords(
  t: TFunction<"intake">,
  errors: Record<string, readonly string[]> = {},
): Record<string, string[]> {
  const say = (code: string) =>
    t(/^[a-z_]+$/.test(code) ? `error.${code}` : "error.required", { defaultValue: t("error.required") });
  return Object.fromEntries(
    Object.entries(errors).map(([field, codes]) => [formField[field] ?? field, codes.map(say)]),
  );
}
