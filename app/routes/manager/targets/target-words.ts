import type { TFunction } from "i18next";
import type { TargetRow } from "~/domain/goals/list-targets.server";
import type { Format } from "~/locales/format";
import { pointsWords, relativeWords, valueWords } from "../value-words";

/** The scale that a target was set on: "child/100" is 100. */
const scaleOf = ({ unit }: Pick<TargetRow, "unit">): number => Number(unit.split("/")[1]) || 1;

/** "At most 5.0%", "A fall of 10.0 points from 30.0% (Jan 1, 2024 to Jun 30, 2024)". */
export function targetWords(target: TargetRow, t: TFunction, format: Format): string {
  const { kind, way, value, baselineValue, baselineFrom, baselineTo } = target;
  const scale = scaleOf(target);
  if (kind === "threshold")
    return t(`goals:target.${way}.threshold`, { value: valueWords(value, scale, t, format) });
  const signed = way === "up" ? value : -value;
  const by = {
    pp_change: () => pointsWords(signed, scale, t, format),
    relative_change: () => relativeWords(signed, t, format),
    count_change: () => pointsWords(signed, 1, t, format),
  };
  return t("goals:target.from", {
    by: by[kind](),
    base: baselineValue === null ? "" : valueWords(baselineValue, scale, t, format),
    from: baselineFrom ? format.date(baselineFrom, "year") : "",
    to: baselineTo ? format.date(baselineTo, "year") : "",
  });
}

/** A number that a target needs or reached, in its own unit. */
const inUnit = (target: TargetRow, value: number, t: TFunction, format: Format): string =>
  valueWords(value, target.kind === "count_change" ? 1 : scaleOf(target), t, format);

/** How it stands, in one or two sentences with the reason. */
export function judgementWords(target: TargetRow, t: TFunction, format: Format): string {
  const { judgement } = target;
  if (!judgement) return "";
  const period = ([from, to]: [string, string]) => ({
    from: format.date(from, "year"),
    to: format.date(to, "year"),
  });
  const value = (n: number) => inUnit(target, n, t, format);
  if (judgement.state === "untold") return t(`goals:target.why.${judgement.why}`);
  if (judgement.state === "not_due") {
    const { latest, needed } = judgement;
    if (!latest || needed === null) return t("goals:target.noneYet");
    const words = { value: value(latest.value), needed: value(needed), ...period(latest.period) };
    return t("goals:target.soFar", words);
  }
  const words = {
    value: value(judgement.value),
    needed: value(judgement.needed),
    ...period(judgement.period),
  };
  const said = t("goals:target.reached", words);
  return judgement.clear === null
    ? said
    : `${said} ${t(`goals:target.${judgement.clear ? "clear" : "unclear"}`)}`;
}
