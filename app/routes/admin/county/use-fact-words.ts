import { useTranslation } from "react-i18next";
import type { FactChange } from "~/domain/jurisdiction/changes-between";
import { clockTime } from "~/listing-words/clock-time";
import { useFormat } from "~/locales/use-format";

/** A jurisdiction's facts in words: what a fact is called, and the values that a change takes it from and to. */
export function useFactWords(timeZone: string) {
  const { t } = useTranslation("admin-county");
  const format = useFormat(timeZone);
  /** "basis.community_law.citation": which fact of which basis. */
  const partOf = (field: string) => field.split(".").at(-1) ?? field;
  const valueOf = (field: string, value: string): string => {
    if (value === "") return t("none");
    const part = partOf(field);
    if (part === "holidays") return format.list(value.split(", ").map((day) => format.date(day, "year")));
    if (part === "opensAt" || part === "closesAt") return clockTime(`${value}:00`);
    if (field.startsWith("basis.") && (part === "kind" || part === "state"))
      return t(`bases.${part}.${value}`);
    if (value === "yes" || value === "no") return t(value);
    return part.endsWith("Phone") ? format.phone(value) : value;
  };
  const nameOf = (field: string): string => {
    const [of, name = "", part = ""] = field.split(".");
    if (of === "records") return t(`facts.records.${name}`);
    if (of === "basis") return t("factOf", { fact: t(`facts.basis.${part}`), name });
    return t(`facts.${field === "holidays" ? "days" : field}`);
  };
  return {
    nameOf,
    change: ({ field, from, to }: FactChange) => ({ from: valueOf(field, from), to: valueOf(field, to) }),
  };
}
