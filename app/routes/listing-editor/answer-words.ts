import { useTranslation } from "react-i18next";
import { useLanguage } from "~/locales/use-format";

/** The words of an answer: languages have their own list, needs come with their words. */
export function useAnswerWords(): (list: string, value: string) => string {
  const { t } = useTranslation(["provider-listings", "public"]);
  const names = new Intl.DisplayNames([useLanguage()], { type: "language" });
  return (list, value) => {
    if (list === "candidacy" || list === "condition" || list === "exclusion")
      return t(`public:who.code.${list}.${value}`);
    if (list === "language") return value === "ase" ? "ASL" : (names.of(value) ?? value);
    if (list === "age") {
      const months = Number(value);
      if (months < 0) return t("answer.age.unborn");
      return months < 24
        ? t("answer.age.months", { count: months })
        : t("answer.age.years", { count: months / 12 });
    }
    return t(`answer.${list}.${value}`);
  };
}
