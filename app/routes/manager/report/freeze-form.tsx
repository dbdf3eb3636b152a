import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { PageForm } from "~/ui/form/page-form";
import { SelectField } from "~/ui/form/select-field";
import { TextareaField, TextField } from "~/ui/form/text-field";

type Props = {
  quarters: readonly string[];
  errors: Record<string, string[]>;
  typed: Record<string, string>;
};

/** Freezes what the goals' pages show now; the quarter that ended last is chosen already. */
export function FreezeForm({ quarters, errors, typed }: Props) {
  const { t } = useTranslation("manager");
  return (
    <Card className="mt-4 no-print" aria-labelledby="freeze">
      <h2 id="freeze">{t("report.new")}</h2>
      <p className="meta">{t("report.newHint")}</p>
      <PageForm method="post" values={{ intent: "freeze" }} stack>
        <SelectField
          name="quarter"
          narrow
          label={t("report.forQuarter")}
          defaultValue={typed["quarter"] ?? quarters[1] ?? ""}
          error={errors["quarter"]?.[0]}
          options={quarters.map((value) => ({ value, label: value.replace("Q", " Q") }))}
        />
        {(["noteEn", "noteEs"] as const).map((name) => (
          <TextareaField
            key={name}
            name={name}
            rows={4}
            maxLength={4000}
            label={t(`report.${name}`)}
            hint={t("report.noteHint")}
            defaultValue={typed[name]}
            error={errors[name]?.[0]}
          />
        ))}
        <TextField
          name="reason"
          maxLength={500}
          label={t("report.reason")}
          hint={t("report.reasonHint")}
          defaultValue={typed["reason"]}
          error={errors["reason"]?.[0]}
        />
        <div className="row">
          <Button variant="primary">{t("report.freeze")}</Button>
        </div>
      </PageForm>
    </Card>
  );
}
