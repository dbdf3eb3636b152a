import { useTranslation } from "react-i18next";

/** Why words were not taken; a code may name what it speaks of behind a colon ("name_taken:Cherry Hill"). */
export function useFaultWords(): (told: string) => string {
  const { t } = useTranslation("admin-translations");
  return (told) => {
    const [, code = "other", what = ""] = /^([a-z_]+)(?::(.*))?$/s.exec(told) ?? [];
    return t(`errors.${code}`, { what, defaultValue: t("errors.other") });
  };
}
