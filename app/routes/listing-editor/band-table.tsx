import { useTranslation } from "react-i18next";
import { ageChoices, languageCodes } from "~/domain/directory/editing/listing-sections";
import { useAnswerWords } from "./answer-words";
import type { ListingField, TypedValues } from "./listing-fields";

const rowsAtLeast = 3;

/** Openings by age or language: a row counts where it has a number. */
export function BandTable({
  field,
  values,
  error,
}: {
  field: ListingField;
  values: TypedValues;
  error?: string;
}) {
  const { t } = useTranslation("provider-listings");
  const words = useAnswerWords();
  const at = (name: string, row: number) => {
    const list = values[name];
    return (Array.isArray(list) ? list[row] : undefined) ?? "";
  };
  const filled = values["bandAvailable"];
  const rows = Math.max(rowsAtLeast, (Array.isArray(filled) ? filled.length : 0) + 1);
  const choice = (name: string, row: number, options: { value: string; words: string }[], label: string) => (
    <select className="in" name={name} defaultValue={at(name, row)} aria-label={label}>
      <option value="">{t("answer.none")}</option>
      {options.map((one) => (
        <option key={one.value} value={one.value}>
          {one.words}
        </option>
      ))}
    </select>
  );
  // What a source named and the list does not stays a choice.
  const withOwn = (list: readonly string[], ...names: string[]) => [
    ...new Set([...list, ...names.flatMap((name) => values[name] ?? []).filter((one) => one !== "")]),
  ];
  const ages = withOwn(ageChoices.map(String), "bandFrom", "bandTo").map((months) => ({
    value: months,
    words: words("age", months),
  }));
  const tongues = withOwn(languageCodes, "bandLanguage").map((code) => ({
    value: code,
    words: words("language", code),
  }));
  return (
    <fieldset className="bands">
      <legend className="lab">
        {t(`field.${field.name}`)} <span className="meta">{t("common:form.optional")}</span>
      </legend>
      <p className="meta">{t(`hint.${field.name}`)}</p>
      {error && <p className="field-error">{error}</p>}
      {Array.from({ length: rows }, (_, row) => (
        <div className="row" key={row} role="group" aria-label={t("bands.row", { count: row + 1 })}>
          {choice("bandFrom", row, ages, t("bands.from"))}
          {choice("bandTo", row, ages, t("bands.to"))}
          {choice("bandLanguage", row, tongues, t("bands.language"))}
          <input
            className="in narrow"
            type="number"
            min={0}
            max={999}
            step="any"
            name="bandAvailable"
            defaultValue={at("bandAvailable", row)}
            aria-label={t("bands.available")}
          />
        </div>
      ))}
    </fieldset>
  );
}
