import type { z } from "zod";
import type { Ctx } from "../kernel/context";
import { recordAudit } from "../kernel/index.server";
import { parseInput } from "../kernel/parse-input";
import type { CallView } from "./call-views";
import { readCallSchema } from "./call.schema";
import { findCall } from "./find-call.server";
import { readFamilyDetails } from "./read-family-details.server";

const asObject = (value: unknown): Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};

/** A call with its search, its draft and the family it is about, as they were left. */
export async function readCall(ctx: Ctx, input: z.input<typeof readCallSchema>): Promise<CallView> {
  const row = await findCall(ctx, "read", parseInput(readCallSchema, input).callId);
  const family = row.householdId
    ? { householdId: row.householdId, ...(await readFamilyDetails(ctx, row.householdId)) }
    : null;
  if (family)
    await recordAudit(ctx, { event: "household.read", entity: "Household", entityId: family.householdId });
  const { id, line, caller, screeningDecision, intakeKey, searchLine, keptServiceIds, startedAt, endedAt } =
    row;
  return {
    id,
    line,
    caller,
    screeningDecision,
    intakeKey,
    searchLine,
    criteria: asObject(row.criteria),
    draft: asObject(row.draft),
    keptServiceIds,
    startedAt,
    endedAt,
    family,
  };
}
