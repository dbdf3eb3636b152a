import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { Fieldset } from "~/ui/form/choices";
import { PageForm } from "~/ui/form/page-form";
import { TextareaField, TextField } from "~/ui/form/text-field";
import { type ClaimValues, claimFields, claimLabels } from "./claim-fields";
import { HiddenTrap } from "./hidden-trap";

/** Two people, a phone, and words if they want. */
export function ClaimForm({ values, errors }: { values: ClaimValues; errors: Record<string, string[]> }) {
  const { t } = useTranslation("share");
  const group = (wanted: "first" | "second") => (
    <Fieldset legend={t(`claim.${wanted}`)} className="form-stack">
      {claimFields
        .filter(({ group: own }) => own === wanted)
        .map((field) => (
          <TextField
            key={field.name}
            name={field.name}
            type={"type" in field ? field.type : "text"}
            label={t(claimLabels[field.name])}
            defaultValue={values[field.name]}
            error={errors[field.name]?.[0]}
            autoComplete={"autoComplete" in field ? field.autoComplete : "off"}
            maxLength={254}
          />
        ))}
    </Fieldset>
  );
  return (
    <PageForm
      method="post"
      stack
      className="card card-body"
      enter={{ name: "intent", value: "check" }}
      replace
    >
      <p>{t("claim.why")}</p>
      {group("first")}
      {group("second")}
      <TextareaField
        name="words"
        label={t("claim.words")}
        rows={4}
        maxLength={1500}
        defaultValue={values.words}
        error={errors["words"]?.[0]}
      />
      <HiddenTrap />
      <Button variant="primary" name="intent" value="check">
        {t("claim.continue")}
      </Button>
    </PageForm>
  );
}
