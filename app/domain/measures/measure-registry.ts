import type { MeasureSpec } from "./measure-spec";
import { californiaSpecs } from "./specs/california-specs";
import { federalSpecs } from "./specs/federal-specs";
import { preventionSpecs } from "./specs/prevention-specs";
import { trackedSpecs } from "./specs/tracked-specs";

/** Every measure the portal knows by name, tracked or not. */
export const measureSpecs: readonly MeasureSpec[] = [
  ...trackedSpecs,
  ...federalSpecs,
  ...californiaSpecs,
  ...preventionSpecs,
];

const byId = new Map(measureSpecs.map((spec) => [spec.id, spec]));

export function findMeasureSpec(id: string): MeasureSpec | undefined {
  return byId.get(id);
}
