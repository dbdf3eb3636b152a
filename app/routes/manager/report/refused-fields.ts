import type { TFunction } from "i18next";

const said = new Set(["not_begun", "no_numbers", "needed_for_revision"]);

/** Refusals of the form as sentences, by field. */
export function refusedFields(
  t: TFunction<"manager">,
  errors: Record<string, readonly string[]> = {},
): Record<string, string[]> {
  const sentence = (field: string, code: string): string =>
    t(`report.error.${said.has(code) ? code : field === "quarter" ? "quarter" : "long"}`);
  return Object.fromEntries(
    Object.entries(errors).map(([field, codes]) => [field, codes.map((code) => sentence(field, code))]),
  );
}
