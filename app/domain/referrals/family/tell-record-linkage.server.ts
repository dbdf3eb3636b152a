import type { z } from "zod";
import { staffUserId } from "../../kernel/actor";
import type { Ctx } from "../../kernel/context";
import { Conflict } from "../../kernel/errors";
import { recordAudit } from "../../kernel/index.server";
import { parseInput } from "../../kernel/parse-input";
import { findReferral } from "../reading/find-referral.server";
import { tellRecordLinkageSchema } from "./tell-record-linkage.schema";

/**
 * A worker writes down that the family said no to having its records compared with the agency's, or yes again: who, when
 * and how it was told. A no holds at once, as one on the family's own page: the database ends links and forgets what readers
 * saw. Conflict said_already where it stands so; NotFound for a referral out of reach; Invalid by field.
 */
export async function tellRecordLinkage(
  ctx: Ctx,
  input: z.input<typeof tellRecordLinkageSchema>,
): Promise<void> {
  const { referralId, allowed, how } = parseInput(tellRecordLinkageSchema, input);
  const { householdId } = await findReferral(ctx, "tell_linkage", referralId);
  const at = ctx.clock.now();
  const { jurisdictionId } = ctx.actor;
  const { count } = await ctx.tx.household.updateMany({
    where: { jurisdictionId, id: householdId, recordLinkageRefusedAt: allowed ? { not: null } : null },
    data: {
      recordLinkageRefusedAt: allowed ? null : at,
      ...{
        recordLinkageSaidAt: at,
        recordLinkageSaidById: staffUserId(ctx.actor),
        recordLinkageSaidHow: how,
      },
    },
  });
  if (count === 0) throw new Conflict("said_already");
  await recordAudit(ctx, {
    ...{ event: allowed ? "household.linkage_allowed" : "household.linkage_refused", reason: how },
    ...{ entity: "Household", entityId: householdId },
  });
}
