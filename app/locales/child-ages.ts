import type { Words } from "./words";

/** Whole years, and until three what is none in months: half a year counts much while children are small. */
export function ageParts(months: number): { unit: "months" | "years"; count: number } {
  return months < 36 && months % 12 !== 0
    ? { unit: "months", count: months }
    : { unit: "years", count: Math.floor(months / 12) };
}

/** A child's age: "not born yet", "8 months", "3 years". */
export function childAge({ t }: Pick<Words, "t">, months: number): string {
  if (months < 0) return t("common:age.unborn");
  if (months === 0) return t("common:age.months", { count: 0 });
  const { unit, count } = ageParts(months);
  return t(`common:age.${unit}`, { count });
}

/** The ages of a family's children: "3 and 6", "8 months and 4". */
export function childAges(words: Pick<Words, "t" | "format">, ages: readonly number[]): string {
  const short = (months: number) =>
    months > 0 && ageParts(months).unit === "years"
      ? String(ageParts(months).count)
      : childAge(words, months);
  return words.format.list(ages.map(short));
}

/** The same ages as somebody would type them in a form's field: readTypedAges reads each back to its month. */
export function agesToType({ t, format }: Pick<Words, "t" | "format">, ages: readonly number[]): string {
  const written = (months: number) => {
    if (months < 0) return t("common:age.pregnant", { count: months + 9 });
    if (months < 24) return t("common:age.months", { count: months });
    const [years, more] = [Math.floor(months / 12), months % 12];
    if (more === 0) return String(years);
    return format.list([t("common:age.years", { count: years }), t("common:age.months", { count: more })]);
  };
  return ages.map(written).join(", ");
}
