import { useTranslation } from "react-i18next";
import type { ListingField, TypedValues } from "./listing-fields";

const listed = (values: TypedValues, name: string): string[] => [values[name] ?? []].flat();

/** Openings at each place of a listing that has several: a place counts where it has a number. */
export function PlaceCounts({ field, values }: { field: ListingField; values: TypedValues }) {
  const { t } = useTranslation("provider-listings");
  const [ids, typed] = [listed(values, "placeId"), listed(values, "placeAvailable")];
  return (
    <fieldset className="bands">
      <legend className="lab">
        {t(`field.${field.name}`)} <span className="meta">{t("common:form.optional")}</span>
      </legend>
      <p className="meta">{t(`hint.${field.name}`)}</p>
      {(field.choices ?? []).map(({ value, label }) => (
        <div className="row mt-3" key={value}>
          <input type="hidden" name="placeId" value={value} />
          <label htmlFor={`place-${value}`}>{label}</label>
          <input
            id={`place-${value}`}
            className="in narrow"
            type="number"
            min={0}
            max={999}
            name="placeAvailable"
            defaultValue={typed[ids.indexOf(value)] ?? ""}
          />
        </div>
      ))}
    </fieldset>
  );
}
