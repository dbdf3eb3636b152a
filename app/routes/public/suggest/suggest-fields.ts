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

export const changeFields: readonly SuggestedField[] = suggestedFields;
