import type { ComparedPair } from "~/domain/directory/duplicates/read-duplicate.server";

/** The fields in which two rows that may be the same are not. */
export function differingFields({ first, second, fields }: ComparedPair): string[] {
  return fields.filter(
    (field) => JSON.stringify(first.values[field]) !== JSON.stringify(second.values[field]),
  );
}
