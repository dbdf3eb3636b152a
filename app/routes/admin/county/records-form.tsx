import { useTranslation } from "react-i18next";
import {
  recordsGroups,
  usualRecordsNumbers,
  type RecordsGroup,
  type RecordsNumber,
} from "~/domain/jurisdiction/records-numbers";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { Fieldset } from "~/ui/form/choices";
import { PageForm } from "~/ui/form/page-form";
import { TextField } from "~/ui/form/text-field";

type Values = Record<string, string | undefined>;
type Props = { version: number; values: Values; errors: Record<string, string> };

/** Whose files are taken, when an extract waits for a person's word, and how long reports are kept; each with what it does. */
export function RecordsForm({ version, values, errors }: Props) {
  const { t } = useTranslation("admin-county");
  const groups = Object.entries(recordsGroups) as [RecordsGroup, readonly RecordsNumber[]][];
  return (
    <Card aria-labelledby="records">
      <h2 id="records">{t("records.form")}</h2>
      <PageForm method="post" stack className="form-narrow mt-2" values={{ intent: "check", version }}>
        <Fieldset legend={t("records.group.place")} className="form-stack">
          {(["state", "county"] as const).map((name) => (
            <TextField
              key={name}
              narrow
              name={name}
              label={t(`facts.records.${name}`)}
              hint={t(`records.what.${name}`)}
              defaultValue={values[name]}
              error={errors[name]}
              maxLength={3}
              autoCapitalize="characters"
            />
          ))}
        </Fieldset>
        {groups.map(([group, numbers]) => (
          <Fieldset key={group} legend={t(`records.group.${group}`)} className="form-stack">
            <p className="meta">{t(`records.lede.${group}`)}</p>
            {numbers.map((number) => (
              <NumberField key={number.name} {...{ number, values, errors }} />
            ))}
          </Fieldset>
        ))}
        <div className="row">
          <Button variant="primary">{t("look")}</Button>
        </div>
      </PageForm>
      <p className="meta mt-3">{t("records.fixed")}</p>
    </Card>
  );
}

function NumberField({ number, values, errors }: Omit<Props, "version"> & { number: RecordsNumber }) {
  const { t } = useTranslation("admin-county");
  const { name, min, max, percent } = number;
  const field = `numbers.${name}`;
  const bounds = { usual: usualRecordsNumbers[name], min, max };
  return (
    <TextField
      narrow
      inputMode={percent ? "decimal" : "numeric"}
      name={field}
      label={t(`facts.records.${name}`)}
      hint={`${t(`records.what.${name}`)} ${t("records.bounds", bounds)}`}
      defaultValue={values[field]}
      error={errors[field]}
      maxLength={8}
    />
  );
}
