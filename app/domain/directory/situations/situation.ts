/**
 * What families and workers say, and what programs write about it. `says` are phrases of a line in either language, `words`
 * phrases that a listing's own text holds where it helps; a phrase counts by how much of it is there.
 */
export interface Situation {
  code: string;
  needs: readonly string[];
  words: readonly string[];
  en: readonly string[];
  es: readonly string[];
  /** A circumstance of what is asked for ("no papers", "court ordered"): it counts half. */
  aside: boolean;
}

const list = (line: string): string[] => (line === "" ? [] : line.split(", "));

/** A situation with its phrases written as lines of phrases between commas. */
export const situation = (
  code: string,
  said: { aside?: boolean; needs?: string; words: string; en: string; es: string },
): Situation => ({
  code,
  needs: list(said.needs ?? ""),
  words: list(said.words),
  en: list(said.en),
  es: list(said.es),
  aside: said.aside ?? false,
});
