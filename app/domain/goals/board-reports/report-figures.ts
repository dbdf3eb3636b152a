import type { Words } from "~/domain/measures/measure-spec";
import type { MeasureResult } from "~/domain/measures/measure-result";
import type { Flow } from "~/domain/measures/suppress-flow";
import type { NamedResult, ReadGoal } from "../read-goal.server";

/** A goal as its page showed it. */
export type GoalFigures = Pick<
  ReadGoal,
  "goal" | "headline" | "whole" | "targets" | "supporting" | "balancing" | "trend"
>;
/** All that a report shows, as it stood when it was frozen; what is hidden on the pages is hidden here. */
export type ReportFigures = {
  period: [string, string] | null;
  computedAt: string;
  frameworks: { id: string; title: Words; version: string; goals: GoalFigures[] }[];
  sideBySide: NamedResult[];
  flow: Flow | null;
};

/** One number of a report by what it is of. */
export type FigureLine = {
  measure: string;
  title: Words;
  numerator: number | null;
  denominator: number | null;
  value: number | null;
};
export type FigureChange = {
  measure: string;
  title: Words;
  before: FigureLine | null;
  after: FigureLine | null;
};

function lineOf({ spec, result }: NamedResult): FigureLine {
  const { numerator = null, denominator = null, value = null } = result ?? {};
  return { measure: spec.id, title: spec.title, numerator, denominator, value };
}

/** Each measure's whole, once, whatever goals name it. */
export function figureLines({ frameworks, sideBySide }: ReportFigures): FigureLine[] {
  const named = frameworks.flatMap(({ goals }) =>
    goals.flatMap(({ headline, whole, supporting, balancing }) => [
      { spec: headline.spec, result: whole } as { spec: NamedResult["spec"]; result: MeasureResult | null },
      ...supporting,
      ...(balancing ? [balancing] : []),
    ]),
  );
  const lines = new Map([...named, ...sideBySide].map((one) => [one.spec.id, lineOf(one)]));
  return [...lines.values()].sort((a, b) => (a.measure < b.measure ? -1 : 1));
}

const same = (a: FigureLine | undefined, b: FigureLine | undefined): boolean =>
  a?.numerator === b?.numerator && a?.denominator === b?.denominator && a?.value === b?.value;

/** What differs between two reports of a quarter, measure by measure. */
export function changesBetween(before: ReportFigures, after: ReportFigures): FigureChange[] {
  const [old, now] = [before, after].map(
    (one) => new Map(figureLines(one).map((line) => [line.measure, line])),
  );
  const all = [...new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])])].sort();
  return all.flatMap((measure) => {
    const [a, b] = [old?.get(measure), now?.get(measure)];
    const title = (b ?? a)?.title;
    return same(a, b) || !title ? [] : [{ measure, title, before: a ?? null, after: b ?? null }];
  });
}
