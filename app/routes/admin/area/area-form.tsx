import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { PageForm } from "~/ui/form/page-form";
import { TextareaField, TextField } from "~/ui/form/text-field";

type Props = {
  version: number;
  values: Record<string, string | undefined>;
  errors: Record<string, string[]>;
};

/** What an area is called, and where it is. */
export function AreaForm({ version, values, errors }: Props) {
  const { t } = useTranslation("admin-areas");
  const line = (name: "nameEn" | "nameEs") => (
    <TextField
      name={name}
      label={t(`field.${name}`)}
      hint={t(`hint.${name}`)}
      lang={name === "nameEs" ? "es" : "en"}
      defaultValue={values[name]}
      error={errors[name]?.[0]}
      maxLength={60}
    />
  );
  const lines = (name: "otherNames" | "zips" | "counties", rows: number) => (
    <TextareaField
      name={name}
      label={t(`field.${name}`)}
      hint={t(`hint.${name}`)}
      rows={rows}
      defaultValue={values[name]}
      error={errors[name]?.[0]}
      maxLength={4000}
    />
  );
  return (
    <Card aria-labelledby="form">
      <h2 id="form">{t("form")}</h2>
      <PageForm method="post" stack className="form-narrow mt-2" values={{ intent: "check", version }}>
        {line("nameEn")}
        {line("nameEs")}
        {lines("otherNames", 4)}
        {lines("zips", 3)}
        {lines("counties", 2)}
        <div className="row">
          <Button variant="primary">{t("look")}</Button>
        </div>
      </PageForm>
    </Card>
  );
}
