import type { Ctx } from "../../kernel/context";
import type { RecordTable } from "../extract-columns";
import { judgeQuality, qualityChecks, type CheckedQuality, type QualityCheckId } from "./quality-checks";
import { qualityCounts } from "./quality-sql";

/** Rows of removals that were refused as they were read, by why. */
const refusedCodes: Partial<Record<QualityCheckId, string>> = {
  exit_before_entry: "exit_before_entry",
  no_removal_date: "missing_value",
};

type Counted = { of: number; n: number };
export type RefusedCodes = (table: RecordTable, code: string) => number;

/**
 * The federal limits that a waiting extract can be held against, each with its share. `when`: those that look at what was
 * there before the rows are taken in, or those that look at what is there then.
 */
export async function measureQuality(
  ctx: Ctx,
  given: ReadonlyMap<RecordTable, number>,
  when: "before" | "after",
  refusedFor: RefusedCodes = () => 0,
): Promise<CheckedQuality[]> {
  const { jurisdictionId } = ctx.actor;
  const checked: CheckedQuality[] = [];
  const removals = given.get("removals");
  for (const check of qualityChecks) {
    const code = refusedCodes[check.id];
    let counted: Counted | undefined;
    if (check.id === "exit_before_entry" || check.id === "no_removal_date") {
      const n = refusedFor("removals", code ?? "");
      if (when === "after" && removals !== undefined) counted = { of: removals + n, n };
    } else {
      const { needs, before, sql } = qualityCounts[check.id];
      if ((before === true) === (when === "before") && needs.every((table) => given.has(table)))
        counted = (
          await ctx.tx.$queryRawUnsafe<Counted[]>(sql, ...(sql.includes("$1") ? [jurisdictionId] : []))
        )[0];
    }
    if (!counted || counted.of === 0) continue;
    const share = counted.n / counted.of;
    checked.push({ id: check.id, of: counted.of, share, status: judgeQuality(check, share, counted.of) });
  }
  return checked;
}
