import { useTranslation } from "react-i18next";
import { measureSpecs } from "~/domain/measures/measure-registry";
import { useLanguage } from "~/locales/use-format";
import { say } from "./measure-view";

/** Every measure of the registry as a choice, by name; what is not tracked says so. */
export function useMeasureOptions(): { value: string; label: string }[] {
  const { t } = useTranslation("goals");
  const language = useLanguage();
  return measureSpecs
    .map(({ id, title, status }) => {
      const name = `${say(title, language)} (${id})`;
      return { value: id, label: status === "tracked" ? name : t("measure.untracked", { name }) };
    })
    .sort((a, b) => a.label.localeCompare(b.label, language));
}
