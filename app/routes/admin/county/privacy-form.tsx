import { useTranslation } from "react-i18next";
import { retentionNumbers, usualNumbers } from "~/domain/jurisdiction/rule-numbers";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { PageForm } from "~/ui/form/page-form";
import { TextField } from "~/ui/form/text-field";

type Props = {
  version: number;
  values: Record<string, string | undefined>;
  errors: Record<string, string>;
};

/** Days until what nobody needs ends, with the usual ones, and what is the same for every county. */
export function PrivacyForm({ version, values, errors }: Props) {
  const { t } = useTranslation("admin-county");
  return (
    <Card aria-labelledby="privacy">
      <h2 id="privacy">{t("privacy.form")}</h2>
      <PageForm method="post" stack className="form-narrow mt-2" values={{ intent: "check", version }}>
        {retentionNumbers.map(({ name, min, max }) => (
          <TextField
            key={name}
            narrow
            inputMode="numeric"
            name={name}
            label={t(`facts.${name}`)}
            hint={`${t(`privacy.what.${name}`)} ${t("privacy.bounds", { usual: usualNumbers[name], min, max })}`}
            defaultValue={values[name]}
            error={errors[name]}
            maxLength={4}
          />
        ))}
        <div className="row">
          <Button variant="primary">{t("look")}</Button>
        </div>
      </PageForm>
      <p className="meta mt-3">{t("privacy.stays")}</p>
      <p className="meta mt-2">{t("rules.fixed")}</p>
    </Card>
  );
}
