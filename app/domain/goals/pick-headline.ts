import { findMeasureSpec } from "~/domain/measures/measure-registry";
import type { MeasureResult } from "~/domain/measures/measure-result";
import type { ElementCode, MeasureSpec } from "~/domain/measures/measure-spec";
import { missingElements } from "~/domain/measures/missing-elements";
import type { Goal } from "./goal-framework";

/**
 * The measure a goal shows, and what it lacks: nothing where it can be counted. `instead`: the source's own headline, which
 * has no number here, and what that lacks.
 */
export type Headline = {
  spec: MeasureSpec;
  missing: ElementCode[];
  instead: { spec: MeasureSpec; missing: ElementCode[] } | null;
};

/** What keeps a measure from having a number in this run. Before the first run a tracked one lacks nothing but the run. */
function lacks(spec: MeasureSpec, results: readonly MeasureResult[]): ElementCode[] {
  if (spec.status !== "tracked" || results.length === 0) return spec.missing;
  const own = results.filter(({ measure }) => measure === spec.id);
  if (own.length === 0) return ["records"];
  return own.every(({ blocked_by }) => blocked_by.length > 0)
    ? missingElements(own.flatMap(({ blocked_by }) => blocked_by))
    : [];
}

/** The goal's headline when it has what it needs, else the first supporting measure that has, else the headline without a number. */
export function pickHeadline(goal: Goal, results: readonly MeasureResult[]): Headline {
  const headline = findMeasureSpec(goal.headline);
  if (!headline) throw new Error(`goal ${goal.id} names no measure`);
  const missing = lacks(headline, results);
  if (missing.length === 0) return { spec: headline, missing, instead: null };
  const counted = goal.supporting
    .flatMap((id) => findMeasureSpec(id) ?? [])
    .find((spec) => lacks(spec, results).length === 0);
  return counted
    ? { spec: counted, missing: [], instead: { spec: headline, missing } }
    : { spec: headline, missing, instead: null };
}
