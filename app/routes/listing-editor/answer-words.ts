import { useTranslation } from "react-i18next";
import { ageInRange } from "~/listing-words/ages-in-words";
import { timeOfDayInWords } from "~/listing-words/hours-in-words";
import { modeInWords } from "~/listing-words/place-in-words";
import { codeInWords } from "~/listing-words/who-in-words";
import { capital, languageLabel } from "~/locales/language-name";
import { useLanguage } from "~/locales/use-format";

/** The words of an answer: languages have their own list, needs come with their words. */
export function useAnswerWords(): (list: string, value: string) => string {
  const { t } = useTranslation("provider-listings");
  const words = { t, language: useLanguage() };
  return (list, value) => {
    if (list === "candidacy" || list === "condition" || list === "exclusion")
      return codeInWords(words, list, value);
    if (list === "language") return languageLabel(words, value);
    if (list === "age") return capital(words, ageInRange(words, Number(value)));
    if (list === "deliveryModes") return capital(words, modeInWords(words, value));
    if (list === "timesOfDay") return capital(words, timeOfDayInWords(words, value));
    return t(`answer.${list}.${value}`);
  };
}
