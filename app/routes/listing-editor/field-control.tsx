import { useTranslation } from "react-i18next";
import { CheckboxGroup, RadioGroup } from "~/ui/form/choices";
import { SelectField } from "~/ui/form/select-field";
import { TextareaField, TextField } from "~/ui/form/text-field";
import { useAnswerWords } from "./answer-words";
import { BandTable } from "./band-table";
import type { ListingField, TypedValues } from "./listing-fields";
import { PlaceCounts } from "./place-counts";

/** The questions of a form in order; those of a fold are closed until one of them is answered or refused. */
export function FieldControls({
  fields,
  values,
  errors,
}: {
  fields: readonly ListingField[];
  values: TypedValues;
  errors: Record<string, string[]>;
}) {
  const { t } = useTranslation("provider-listings");
  const control = (field: ListingField) =>
    field.kind === "placeCounts" ? (
      <PlaceCounts key={field.name} field={field} values={values} />
    ) : field.kind === "bands" ? (
      <BandTable key={field.name} field={field} values={values} error={errors["bandAvailable"]?.[0]} />
    ) : (
      <FieldControl
        key={field.name}
        field={field}
        value={values[field.name]}
        error={errors[field.name]?.[0]}
      />
    );
  const [fold] = fields.flatMap((field) => field.fold ?? []);
  const hidden = fields.filter((field) => field.fold);
  const open = hidden.some(({ name }) => (values[name]?.length ?? 0) > 0 || errors[name]);
  return (
    <>
      {fields.filter((field) => !field.fold).map(control)}
      {fold && (
        <details className="more" open={open}>
          <summary>{t(`fold.${fold}`)}</summary>
          <div className="form-stack mt-3">{hidden.map(control)}</div>
        </details>
      )}
    </>
  );
}

type Props = { field: ListingField; value: string | string[] | undefined; error?: string };
const inputTypes = { number: "number", time: "time", date: "date", text: "text" } as const;

/** An age or a language that a source named and the list does not: it is chosen, and stays so when the form is saved. */
function unlisted({ options = [], answers = "" }: ListingField, value: string | string[]): string[] {
  if (!["age", "language"].includes(answers)) return [];
  return [value].flat().filter((one) => one !== "" && !options.includes(one));
}

/** One question of a section, as the browser's own control. */
function FieldControl({ field, value = "", error }: Props) {
  const { t } = useTranslation("provider-listings");
  const words = useAnswerWords();
  const { name, kind, options = [] } = field;
  const label = (
    <>
      {t(`field.${name}`)}
      {field.optional && <span className="meta"> {t("common:form.optional")}</span>}
    </>
  );
  const hint = field.hint ? t(`hint.${name}`) : undefined;
  const choices =
    field.choices ??
    [...options, ...unlisted(field, value)].map((option) => ({
      value: option,
      label: words(field.answers ?? name, option),
    }));
  const one = typeof value === "string" ? value : "";
  if (kind === "checks")
    return (
      <CheckboxGroup {...{ name, label, hint, error, choices }} values={Array.isArray(value) ? value : []} />
    );
  if (kind === "radios") return <RadioGroup {...{ name, label, hint, error, choices }} value={one} column />;
  if (kind === "select")
    return (
      <SelectField
        {...{ name, label, hint, error }}
        options={choices}
        empty={t(field.choose ? "answer.choose" : "answer.none")}
        defaultValue={one}
      />
    );
  if (kind === "bands" || kind === "placeCounts") return null;
  if (kind === "area")
    return (
      <TextareaField
        {...{ name, label, hint, error }}
        rows={3}
        defaultValue={one}
        lang={field.lang}
        maxLength={field.max}
      />
    );
  return (
    <TextField
      {...{ name, label, hint, error }}
      type={inputTypes[kind]}
      narrow={kind !== "text"}
      defaultValue={one}
      lang={field.lang}
      maxLength={kind === "text" ? field.max : undefined}
      min={0}
    />
  );
}
