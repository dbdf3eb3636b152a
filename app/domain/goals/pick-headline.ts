import { findMeasureSpec } from "~/domain/measures/measure-registry";
import type { ElementCode, MeasureSpec } from "~/domain/measures/measure-spec";
import type { Goal } from "./goal-framework";

/** The measure a goal shows. `instead`: the source's headline that cannot be computed yet, and what it lacks. */
export type Headline = { spec: MeasureSpec; instead: { spec: MeasureSpec; missing: ElementCode[] } | null };

/** The goal's headline when it is tracked, else the first tracked supporting measure, else the headline without a number. */
export function pickHeadline(goal: Goal): Headline {
  const headline = findMeasureSpec(goal.headline);
  if (!headline) throw new Error(`goal ${goal.id} names no measure`);
  if (headline.status === "tracked") return { spec: headline, instead: null };
  const tracked = goal.supporting.map((id) => findMeasureSpec(id)).find((spec) => spec?.status === "tracked");
  return tracked
    ? { spec: tracked, instead: { spec: headline, missing: headline.missing } }
    : { spec: headline, instead: null };
}
