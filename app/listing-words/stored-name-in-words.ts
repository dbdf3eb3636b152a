import { familyTextSchema } from "~/domain/directory/reading/listing-card";
import type { Words } from "~/locales/words";
import { nameInWords } from "./name-in-words";

/** A program's name in the reader's language, of what is stored with its row. */
export const storedNameInWords = (words: Pick<Words, "language">, name: string, text: unknown): string =>
  nameInWords(words, { card: { name, familyText: familyTextSchema.parse(text) } }).name;
