import type { ElementCode, MeasureSpec } from "../measure-spec";

export type UntrackedRow = [
  id: string,
  en: string,
  es: string,
  unit: MeasureSpec["unit"],
  direction: MeasureSpec["direction"],
  ...missing: ElementCode[],
];

/** A measure with a definition and no number yet, and what it lacks. */
export function untrackedSpec(
  provenance: string,
  scale: number,
  [id, en, es, unit, direction, ...missing]: UntrackedRow,
): MeasureSpec {
  return {
    id,
    version: "2026.1",
    status: "defined_not_tracked",
    title: { en, es },
    plain: { en, es },
    unit,
    direction,
    scale,
    provenance,
    reportingLagDays: 0,
    compute: null,
    missing,
  };
}
