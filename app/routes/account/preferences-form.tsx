import { useTranslation } from "react-i18next";
import { languageNames, languages } from "~/locales/languages";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { Checkbox, RadioGroup } from "~/ui/form/choices";
import { PageForm } from "~/ui/form/page-form";

/** Language, single-key shortcuts and text size, kept with the person and on this device. */
export function PreferencesForm({
  locale,
  shortcutsOn,
  largeText,
}: {
  locale: string;
  shortcutsOn: boolean;
  largeText: boolean;
}) {
  const { t } = useTranslation("account");
  const choices = languages.map((language) => ({
    value: language,
    label: languageNames[language],
    lang: language,
  }));
  return (
    <Card aria-labelledby="settings">
      <h2 id="settings">{t("account.settings")}</h2>
      <PageForm method="post" stack enter={{ name: "intent", value: "preferences" }}>
        <RadioGroup name="locale" label={t("field.language")} choices={choices} value={locale} />
        <div className="opts opts-column">
          <Checkbox
            name="shortcutsOn"
            label={t("account.shortcuts")}
            hint={t("account.shortcutsHint")}
            defaultChecked={shortcutsOn}
          />
          <Checkbox name="largeText" label={t("account.largeText")} defaultChecked={largeText} />
        </div>
        <div className="row">
          <Button variant="primary" name="intent" value="preferences">
            {t("common:action.save")}
          </Button>
        </div>
      </PageForm>
    </Card>
  );
}
