import type { ListingResult } from "~/domain/directory/reading/listing-card";
import { languageLabel, languageName } from "~/locales/language-name";
import type { Words } from "~/locales/words";

type Say = Pick<Words, "t" | "language" | "format">;
type Facts = Pick<
  ListingResult["facts"],
  "staffLanguages" | "interpreterLanguages" | "interpretersMentioned"
>;

const listOf = (words: Say, codes: readonly string[]) =>
  words.format.list(codes.map((code) => languageName(words, code)));

/** "By interpreter: Korean."; of interpreters without a language, that they can be asked for. */
function interpreters(words: Say, { staffLanguages, interpreterLanguages, interpretersMentioned }: Facts) {
  const others = interpreterLanguages.filter((code) => !staffLanguages.includes(code));
  if (others.length) return words.t("listing:languages.interpreter", { languages: listOf(words, others) });
  return interpretersMentioned ? words.t("listing:languages.interpreterAny") : null;
}

/** In which languages, as sentences; null: nobody said. */
export function languagesInWords(words: Say, facts: Facts): string | null {
  const spoken = facts.staffLanguages.length
    ? words.t("listing:languages.in", { languages: listOf(words, facts.staffLanguages) })
    : null;
  return [spoken, interpreters(words, facts)].filter(Boolean).join(" ") || null;
}

/** One language that is looked for: spoken or signed by staff, by an interpreter, or to be asked about. */
export function oneLanguageInWords(words: Say, code: string, by: "staff" | "interpreter" | "ask"): string {
  const { t } = words;
  const inside = { language: languageName(words, code) };
  if (by === "staff") return t(`listing:languages.${code === "ase" ? "staffSign" : "staffSpeak"}`, inside);
  if (by === "ask") return t("listing:languages.askOne", inside);
  return t("listing:languages.byInterpreter", { language: languageLabel(words, code) });
}
