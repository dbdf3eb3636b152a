import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { Checkbox, Fieldset } from "~/ui/form/choices";
import { PageForm } from "~/ui/form/page-form";
import { TextField } from "~/ui/form/text-field";

const lineFields = ["supportLineEn", "supportLineEs", "hotlineEn", "hotlineEs"] as const;
type Props = {
  version: number;
  /** The portal's own words. */
  ours: Record<string, string>;
  values: Record<string, string | undefined>;
  errors: Record<string, string>;
};

/** The one neutral name that programs read, whether a worker may be named, and what workers read of their lines. */
export function SendersForm({ version, ours, values, errors }: Props) {
  const { t } = useTranslation("admin-county");
  const line = (name: string, hint: "hint" | "lineHint") => (
    <TextField
      name={name}
      label={t(`facts.${name}`)}
      hint={t(`senders.${hint}`, { ours: ours[name] })}
      defaultValue={values[name]}
      error={errors[name]}
      maxLength={hint === "hint" ? 60 : 40}
    />
  );
  return (
    <Card aria-labelledby="senders">
      <h2 id="senders">{t("senders.form")}</h2>
      <PageForm method="post" stack className="form-narrow mt-2" values={{ intent: "check", version }}>
        {line("senderEn", "hint")}
        {line("senderEs", "hint")}
        <Checkbox
          name="named"
          label={t("facts.senderNamed")}
          hint={t("senders.namedHint")}
          defaultChecked={values["named"] === "on"}
        />
        <Fieldset legend={t("senders.lines")} className="form-stack">
          {lineFields.map((name) => (
            <div key={name}>{line(name, "lineHint")}</div>
          ))}
        </Fieldset>
        <div className="row">
          <Button variant="primary">{t("look")}</Button>
        </div>
      </PageForm>
    </Card>
  );
}
