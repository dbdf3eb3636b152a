import { useTranslation } from "react-i18next";
import type { OwnJurisdiction } from "~/domain/jurisdiction/read-own-jurisdiction.server";
import { clockTime } from "~/listing-words/clock-time";
import { useFormat } from "~/locales/use-format";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { Checkbox, Fieldset } from "~/ui/form/choices";
import { PageForm } from "~/ui/form/page-form";
import { SelectField } from "~/ui/form/select-field";
import { TextareaField, TextField } from "~/ui/form/text-field";

type Props = {
  own: OwnJurisdiction;
  zones: readonly string[];
  /** Federal holidays that are not closed days yet, by year. */
  federal: readonly { name: "federalThisYear" | "federalNextYear"; year: string; days: readonly string[] }[];
  values: Record<string, string | undefined>;
  errors: Record<string, string>;
  timeZone: string;
};

const hours = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => ({
    value: String(from + index),
    label: clockTime(`${from + index}:00`),
  }));

/** Name, phones, place, hours and closed days, as one form: it is looked at before it is saved. */
export function FactsForm({ own, zones, values, errors, ...rest }: Props) {
  const { t } = useTranslation("admin-county");
  const line = (name: string, hint?: string) => (
    <TextField
      name={name}
      label={t(`facts.${name}`)}
      hint={hint}
      defaultValue={values[name]}
      error={errors[name]}
      maxLength={80}
    />
  );
  const phone = (name: string) => (
    <TextField
      type="tel"
      narrow
      name={name}
      label={t(`facts.${name}`)}
      hint={t(`hints.${name}`)}
      defaultValue={values[name]}
      error={errors[name]}
      maxLength={40}
    />
  );
  return (
    <Card aria-labelledby="facts">
      <h2 id="facts">{t("county.form")}</h2>
      <PageForm
        method="post"
        stack
        className="form-narrow mt-2"
        values={{ intent: "check", version: own.version }}
      >
        {line("name", t("hints.name"))}
        {line("title", t("hints.title"))}
        {phone("supportPhone")}
        {phone("textPhone")}
        {phone("crisisPhone")}
        {line("place", own.middle ? t("hints.place", { middle: own.middle }) : t("hints.noPlace"))}
        <SelectField
          name="timeZone"
          label={t("facts.timeZone")}
          options={zones.map((value) => ({ value, label: value.replaceAll("_", " ") }))}
          defaultValue={values["timeZone"]}
          error={errors["timeZone"]}
        />
        <OfficeHours {...{ values, errors }} />
        <ClosedDays {...rest} values={values} errors={errors} />
        <div className="row">
          <Button variant="primary">{t("look")}</Button>
        </div>
      </PageForm>
    </Card>
  );
}

function OfficeHours({ values, errors }: Pick<Props, "values" | "errors">) {
  const { t } = useTranslation("admin-county");
  return (
    <>
      <SelectField
        narrow
        name="opensAt"
        label={t("facts.opensAt")}
        options={hours(0, 23)}
        defaultValue={values["opensAt"]}
        error={errors["opensAt"]}
      />
      <SelectField
        narrow
        name="closesAt"
        label={t("facts.closesAt")}
        hint={t("hints.closesAt")}
        options={hours(1, 24)}
        defaultValue={values["closesAt"]}
        error={errors["closesAt"]}
      />
    </>
  );
}

function ClosedDays({ federal, values, errors, timeZone }: Omit<Props, "own" | "zones">) {
  const { t } = useTranslation("admin-county");
  const format = useFormat(timeZone);
  return (
    <>
      <TextareaField
        name="holidays"
        label={t("facts.holidays")}
        hint={t("hints.holidays")}
        rows={8}
        defaultValue={values["holidays"]}
        error={errors["holidays"]}
      />
      {federal.length > 0 && (
        <Fieldset legend={t("county.federal")}>
          {federal.map(({ name, year, days }) => (
            <Checkbox
              key={name}
              name={name}
              label={t("county.federalOf", { year, count: days.length })}
              hint={format.list(days.map((day) => format.date(day)))}
              defaultChecked={values[name] === "on"}
            />
          ))}
        </Fieldset>
      )}
    </>
  );
}
