import { glueWords } from "../search/common-words";
import { carriesNothing } from "../search/line-state";
import { splitWords } from "../search/plain-words";

/** Whether a phrase says anything beside everyday words: "my" and "the kids" would be read in nearly every line. */
export const isTelling = (phrase: string): boolean =>
  splitWords(phrase).words.some(({ folded }) => !glueWords.has(folded) && !carriesNothing(folded));
