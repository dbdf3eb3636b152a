import type { MeasureSpec } from "./measure-spec";
import { careSpecs } from "./specs/care-specs";
import { familyFirstSpecs } from "./specs/family-first-specs";
import { outcomeSpecs } from "./specs/outcome-specs";
import { permanencySpecs } from "./specs/permanency-specs";
import { populationSpecs } from "./specs/population-specs";
import { referralSpecs } from "./specs/referral-specs";
import { reportSpecs } from "./specs/report-specs";
import { untrackedSpecs } from "./specs/untracked-specs";

/** Every measure the portal knows by name, tracked or not. */
export const measureSpecs: readonly MeasureSpec[] = [
  ...referralSpecs,
  ...outcomeSpecs,
  ...permanencySpecs,
  ...careSpecs,
  ...reportSpecs,
  ...populationSpecs,
  ...familyFirstSpecs,
  ...untrackedSpecs,
];

const byId = new Map(measureSpecs.map((spec) => [spec.id, spec]));

export function findMeasureSpec(id: string): MeasureSpec | undefined {
  return byId.get(id);
}
