import { type SuggestedField, suggestedFields } from "~/domain/directory/editing/suggested-fields";

export type SuggestValues = Record<string, string>;
/** What is asked about a program that is not listed yet. */
export const newProgramFields = [
  "name",
  "organization",
  "description",
  "phone",
  "url",
  "place",
  "hours",
  "eligibilityDescription",
] as const;
const longFields: readonly string[] = [
  "description",
  "applicationProcess",
  "eligibilityDescription",
  "hours",
];
export const isLong = (field: string) => longFields.includes(field);

/** What was typed, as it comes; too long is said by the schema, a flood is cut. */
export function readSuggestForm(form: FormData, fields: readonly string[]): SuggestValues {
  const names = [...fields, "words", "contactEmail", "closed"];
  return Object.fromEntries(names.map((name) => [name, String(form.get(name) ?? "").slice(0, 7000)]));
}

export const changeFields: readonly SuggestedField[] = suggestedFields;
