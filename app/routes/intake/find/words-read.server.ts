import { z } from "zod";
import { text } from "~/auth/form-fields";
import type { ConsentLanguage } from "~/domain/referrals/family/consent-words";

/** What read-aloud.tsx sends: the words as they stood there in each language, and in which they were read. */
export const readAloudFields = z.object({ script: text, wordsEn: text, wordsEs: text });

export function wordsRead(input: z.output<typeof readAloudFields>): {
  language: ConsentLanguage;
  words: string;
} {
  return input.script === "es"
    ? { language: "es", words: input.wordsEs }
    : { language: "en", words: input.wordsEn };
}
