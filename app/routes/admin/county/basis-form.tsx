import { useTranslation } from "react-i18next";
import { disclosureKinds } from "~/domain/organizations/jurisdiction-settings";
import type { BasisInUse } from "~/domain/jurisdiction/list-bases.server";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { Checkbox } from "~/ui/form/choices";
import { PageForm } from "~/ui/form/page-form";
import { SelectField } from "~/ui/form/select-field";
import { TextField } from "~/ui/form/text-field";
import { Note } from "~/ui/tag";

type Props = {
  version: number;
  /** The basis that is changed; null for a new one. */
  basis: BasisInUse | null;
  values: Record<string, string | undefined>;
  errors: Record<string, string>;
};

/** One disclosure basis, new or changed. */
export function BasisForm({ version, basis, values, errors }: Props) {
  const { t } = useTranslation("admin-county");
  const line = (name: "citation" | "labelEn" | "labelEs", max: number) => (
    <TextField
      name={name}
      label={t(`facts.basis.${name}`)}
      hint={t(`bases.hints.${name}`)}
      defaultValue={values[name]}
      error={errors[name]}
      maxLength={max}
    />
  );
  return (
    <Card aria-labelledby="form">
      <h2 id="form">{t(basis ? "bases.change" : "bases.add")}</h2>
      {basis && basis.referrals > 0 && <Note>{t("bases.standsNote", { count: basis.referrals })}</Note>}
      <PageForm
        method="post"
        stack
        className="form-narrow mt-2"
        values={{ intent: "check", version, key: basis?.key ?? "" }}
      >
        <SelectField
          name="kind"
          label={t("facts.basis.kind")}
          options={disclosureKinds.map((kind) => ({ value: kind, label: t(`bases.kind.${kind}`) }))}
          defaultValue={values["kind"]}
          error={errors["kind"]}
        />
        {line("citation", 200)}
        {line("labelEn", 80)}
        {line("labelEs", 80)}
        <Checkbox
          name="namesSender"
          label={t("bases.namesSender")}
          hint={t("bases.hints.namesSender")}
          defaultChecked={values["namesSender"] === "on"}
        />
        <div className="row">
          <Button variant="primary">{t("look")}</Button>
        </div>
      </PageForm>
    </Card>
  );
}
