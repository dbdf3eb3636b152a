import { useTranslation } from "react-i18next";
import { languageNames, languages } from "~/locales/languages";
import { SelectField } from "~/ui/form/select-field";

/** Which language the words of a form are in, so that a page can say so of them. */
export function WrittenIn({ kept }: { kept: string }) {
  const { t } = useTranslation("goals");
  return (
    <SelectField
      name="language"
      label={t("writtenIn")}
      narrow
      defaultValue={kept}
      options={languages.map((value) => ({ value, label: languageNames[value] }))}
    />
  );
}
