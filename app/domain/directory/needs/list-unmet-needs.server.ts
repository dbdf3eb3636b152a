import { z } from "zod";
import type { Ctx } from "../../kernel/context";
import { parseInput } from "../../kernel/parse-input";
import { isSmall } from "../../kernel/small-numbers";
import { whereFor } from "../../kernel/index.server";
import { earlier } from "../../kernel/durations";

const schema = z.object({ days: z.number().int().min(1).max(730).default(90) });

/** One need in one area for which nothing open was found. */
export interface UnmetNeedRow {
  /** Null: no need was named. */
  needCode: string | null;
  /** ZIP, county code or "City, ST"; null: no place was named. */
  areaCode: string | null;
  /** Searches; null: 1 to 10, hidden. */
  searches: number | null;
}
export interface UnmetNeeds {
  since: Date;
  rows: UnmetNeedRow[];
}

/**
 * What was searched for and found nothing open, most often first. Counts of 1 to 10 are hidden; no total is given, from which
 * one could be worked out; hidden rows come in the order of their names.
 */
export async function listUnmetNeeds(ctx: Ctx, input: z.input<typeof schema> = {}): Promise<UnmetNeeds> {
  const { days } = parseInput(schema, input);
  const reach = whereFor(ctx, "read", "UnmetNeed");
  const since = earlier(ctx.clock.now(), { days });
  const groups = await ctx.tx.unmetNeed.groupBy({
    by: ["needCode", "areaCode"],
    where: { AND: [reach, { at: { gte: since } }] },
    _count: { _all: true },
  });
  const rows = groups.map(({ needCode, areaCode, _count }) => ({
    needCode,
    areaCode,
    searches: isSmall(_count._all) ? null : _count._all,
  }));
  const name = (row: UnmetNeedRow) => `${row.needCode ?? ""} ${row.areaCode ?? ""}`;
  return {
    since,
    rows: rows.sort(
      (a, b) => (b.searches ?? 0) - (a.searches ?? 0) || (name(a) < name(b) ? -1 : name(a) > name(b) ? 1 : 0),
    ),
  };
}
