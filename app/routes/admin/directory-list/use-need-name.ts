import { useTranslation } from "react-i18next";
import { useLanguage } from "~/locales/use-format";

type Named = { code: string; nameEn: string | null; nameEs: string | null };

/** What a need is called here: the jurisdiction's own name in the reader's language, else ours. */
export function useNeedName(): (need: Named) => string {
  const { t } = useTranslation("needs");
  const language = useLanguage();
  return (need) => (language === "es" ? need.nameEs : need.nameEn) ?? t(need.code);
}
