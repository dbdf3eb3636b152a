import type { MeasureSpec } from "~/domain/measures/measure-spec";
import type { TargetRow } from "./list-targets.server";
import { isComplement, type ShownShare } from "./shown-share";

export type AgainstTarget = { state: "above" | "at" | "below"; target: number };

/**
 * Where a share stands against the measure's threshold, from 0 to 1: above or below only when the whole range is. Null
 * without such a target. A share that is turned round turns its target too.
 */
export function againstTarget(
  targets: readonly Pick<TargetRow, "measure" | "kind" | "value" | "endedAt">[],
  spec: Pick<MeasureSpec, "id" | "scale" | "compute">,
  { low, high }: Pick<ShownShare, "low" | "high">,
): AgainstTarget | null {
  const row = targets.find(
    ({ kind, measure, endedAt }) => !endedAt && kind === "threshold" && measure === spec.id,
  );
  if (!row) return null;
  const target = (isComplement(spec) ? spec.scale - row.value : row.value) / spec.scale;
  return { target, state: target < low ? "above" : target > high ? "below" : "at" };
}
