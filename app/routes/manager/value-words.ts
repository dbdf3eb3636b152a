import type { TFunction } from "i18next";
import type { Format } from "~/locales/format";

/** Decimals that keep a small number apart from its neighbours. */
const digitsOf = (value: number, scale: number): number =>
  scale === 1 ? (Number.isInteger(value) ? 0 : 1) : Math.abs(value) < 10 && scale > 100 ? 2 : 1;

const unitWords = (
  number: string,
  scale: number,
  per: "share" | "points",
  t: TFunction,
  format: Format,
): string => {
  if (scale === 1) return number;
  if (scale === 100) return t(`goals:unit.${per}`, { number });
  return t("goals:unit.per", { number, scale: format.number(scale) });
};

/** A value on its measure's scale: "36.0%", "9.07 per 100,000", "460". */
export const valueWords = (value: number, scale: number, t: TFunction, format: Format): string =>
  unitWords(format.number(value, digitsOf(value, scale)), scale, "share", t, format);

const signed = (value: number, digits: number, format: Format): string =>
  `${value > 0 ? "+" : value < 0 ? "−" : ""}${format.number(Math.abs(value), digits)}`;

/** A change in points, or on the measure's scale, with its sign. Percent of what it was is said apart. */
export const pointsWords = (value: number, scale: number, t: TFunction, format: Format): string =>
  unitWords(signed(value, digitsOf(value, scale), format), scale, "points", t, format);

/** Percent of what it was, with its sign; null where it was zero. */
export const relativeWords = (value: number | null, t: TFunction, format: Format): string =>
  value === null ? t("goals:change.ofZero") : t("goals:unit.relative", { number: signed(value, 1, format) });
