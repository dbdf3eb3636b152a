import { useTranslation } from "react-i18next";
import {
  type RuleGroup,
  ruleGroups,
  type RuleNumber,
  usualNumbers,
} from "~/domain/jurisdiction/rule-numbers";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { Checkbox, Fieldset } from "~/ui/form/choices";
import { PageForm } from "~/ui/form/page-form";
import { TextField } from "~/ui/form/text-field";

type Props = {
  version: number;
  values: Record<string, string | undefined>;
  errors: Record<string, string>;
};

/** Every number with the usual one and its bounds, in the order of a referral's way. */
export function RulesForm({ version, values, errors }: Props) {
  const { t } = useTranslation("admin-county");
  const groups = Object.entries(ruleGroups) as [RuleGroup, readonly RuleNumber[]][];
  return (
    <Card aria-labelledby="rules">
      <h2 id="rules">{t("rules.form")}</h2>
      <PageForm method="post" stack className="form-narrow mt-2" values={{ intent: "check", version }}>
        {groups.map(([group, rules]) => (
          <Fieldset key={group} legend={t(`rules.group.${group}`)} className="form-stack">
            {rules.map((rule) => (
              <RuleField key={rule.name} {...{ rule, values, errors }} />
            ))}
          </Fieldset>
        ))}
        <Checkbox
          name="reviewNewListings"
          label={t("facts.reviewNewListings")}
          hint={t("rules.reviewHint")}
          defaultChecked={values["reviewNewListings"] === "on"}
        />
        <div className="row">
          <Button variant="primary">{t("look")}</Button>
        </div>
      </PageForm>
      <p className="meta mt-3">{t("rules.fixed")}</p>
    </Card>
  );
}

function RuleField({ rule, values, errors }: Omit<Props, "version"> & { rule: RuleNumber }) {
  const { t } = useTranslation("admin-county");
  const { name, min, max, counts } = rule;
  const field = `numbers.${name}`;
  const bounds = { usual: usualNumbers[name], min, max };
  return (
    <TextField
      narrow
      inputMode="numeric"
      name={field}
      label={t(`facts.${name}`)}
      hint={`${t("rules.bounds", bounds)} ${t(`rules.counts.${counts}`)}`}
      defaultValue={values[field]}
      error={errors[field]}
      maxLength={4}
    />
  );
}
