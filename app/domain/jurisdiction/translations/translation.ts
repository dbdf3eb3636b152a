export type TranslationKind =
  | "need"
  | "situation"
  | "area"
  | "basis"
  | "sender"
  | "line"
  | "consent"
  | "county";

/** Words of the jurisdiction's own in both languages; "" is none. */
export type Translation = {
  /** "need:food", "area:<id>", "basis:<key>": what a file names them by. */
  key: string;
  kind: TranslationKind;
  /** Which one of its kind: a need's code, an area's id, a basis's key, a field of the county. */
  of: string;
  english: string;
  spanish: string;
  /** Of the row that holds them, as it was read. */
  version: number;
  /** Whether they are changed here; others have a page of their own, where they are read before they count. */
  here: boolean;
};

const translationStates = ["missing_es", "missing_en", "same", "complete", "one"] as const;
export type TranslationState = (typeof translationStates)[number];

/** "one": the same words for both languages, by their nature. */
export function stateOf({ kind, english, spanish }: Translation): TranslationState {
  if (kind === "county") return "one";
  if (spanish === "") return "missing_es";
  if (english === "") return "missing_en";
  return english === spanish ? "same" : "complete";
}

/** Whether the same words stand for both languages because nobody has translated them yet. Areas have names of their own. */
export const isPerhapsOpen = ({ kind, state }: { kind: TranslationKind; state: TranslationState }): boolean =>
  state === "same" && kind !== "area";

/** How many are there in both languages, of how many. Words that are the same by their nature count as neither. */
export function countTranslated(all: readonly Translation[]): { both: number; total: number } {
  const states = all.map(stateOf).filter((state) => state !== "one");
  const both = states.filter((state) => state === "complete" || state === "same").length;
  return { both, total: states.length };
}

/** What is missing first, then what may be; otherwise as they came. */
export function missingFirst<T extends Translation>(all: readonly T[]): T[] {
  const place = (one: T) => translationStates.indexOf(stateOf(one));
  return [...all].sort((a, b) => place(a) - place(b));
}
