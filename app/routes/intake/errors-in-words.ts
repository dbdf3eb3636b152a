import type { TFunction } from "i18next";
import { errorInWords } from "~/ui/form/error-in-words";

/** Fields as the operations name them, and as the form does. */
const formField: Record<string, string> = {
  "family.caregiverName": "name",
  "family.phone": "phone",
  "family.contactWay": "way",
  "family.language": "language",
  "family.childAgesMonths": "ages",
  "family.postalCode": "postalCode",
  whatWouldHelp: "help",
};

/** Refusals by field of the form, as sentences. */
export function errorsInWords(
  t: TFunction<"intake">,
  errors: Record<string, readonly string[]> = {},
): Record<string, string[]> {
  const say = (field: string) => (code: string) => errorInWords(t, (key) => `error.${key}`, field, code);
  const named = Object.entries(errors).map(([field, codes]) => [formField[field] ?? field, codes] as const);
  return Object.fromEntries(named.map(([field, codes]) => [field, codes.map(say(field))]));
}
