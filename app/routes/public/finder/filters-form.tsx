import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { Checkbox, CheckboxGroup } from "~/ui/form/choices";
import { PageForm } from "~/ui/form/page-form";
import { SelectField } from "~/ui/form/select-field";

export interface FiltersView {
  words: string;
  languages: { value: string; label: string }[];
  language: string;
  times: { value: string; label: string }[];
  time: string[];
  ages: { value: string; label: string }[];
  age: string;
  free: boolean;
  /** Null without a place: there is no distance then. */
  miles: number | null;
}

/** Filters in a fold of the page, as a plain form. */
export function FiltersForm({ filters, base, k }: { filters: FiltersView; base: string; k: string }) {
  const { t } = useTranslation("public");
  const miles = [1, 3, 5, 10, 25, 50].map((count) => ({
    value: String(count),
    label: t("filters.miles", { count }),
  }));
  return (
    <details className="more no-print" id="filters">
      <summary>
        {filters.words ? t("find.filtersNow", { filters: filters.words }) : t("find.filters")}
      </summary>
      <PageForm
        method="post"
        action={`${base}?index`}
        stack
        className="card card-body"
        values={{ intent: "filters", k }}
      >
        <SelectField
          name="language"
          label={t("filters.language")}
          options={filters.languages}
          empty={t("filters.languageAny")}
          defaultValue={filters.language}
        />
        <CheckboxGroup name="times" label={t("filters.time")} choices={filters.times} values={filters.time} />
        <SelectField
          name="age"
          label={t("filters.age")}
          options={filters.ages}
          empty={t("filters.ageAny")}
          defaultValue={filters.age}
        />
        {filters.miles !== null && (
          <SelectField
            name="miles"
            label={t("filters.distance")}
            options={miles}
            defaultValue={String(filters.miles)}
          />
        )}
        <Checkbox name="cost" value="free" label={t("filters.free")} defaultChecked={filters.free} />
        <Button variant="primary">{t("filters.apply")}</Button>
      </PageForm>
    </details>
  );
}
