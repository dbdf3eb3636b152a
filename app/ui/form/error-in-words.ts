import type { TFunction } from "i18next";

/** Codes that say no more than that something is wrong. */
const vague = /^(required|date|other|too_small|too_big|invalid_.*)$|[^a-z_]/;

/**
 * A refusal as a sentence that says what to do: the code's own words, else the field's, else the page's last resort. `at`
 * says where they stand.
 */
export function errorInWords(t: TFunction, at: (key: string) => string, field: string, code: string): string {
  const own = vague.test(code) ? [] : [at(code)];
  return t([...own, at(`fields.${field.split(".").at(-1)}`), at("other")]);
}
