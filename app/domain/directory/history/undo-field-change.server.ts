import { z } from "zod";
import { recordAudit, whereFor } from "../../kernel/index.server";
import type { Ctx } from "../../kernel/context";
import { Conflict, NotFound } from "../../kernel/errors";
import { isId } from "../../kernel/ids";
import { parseInput } from "../../kernel/parse-input";
import { changeListing, findListing } from "../reading/find-listing.server";
import { putBack } from "./put-back.server";

const undoFieldChangeSchema = z.object({
  changeId: z.string(),
  version: z.coerce.number().int(),
});

/**
 * Puts a field's former value back, as a new change. Answers the listing's id. Throws NotFound, Conflict("changed_since")
 * when the field has another value by now or cannot be put back by itself, Conflict("listing_changed").
 */
export async function undoFieldChange(
  ctx: Ctx,
  input: z.input<typeof undoFieldChangeSchema>,
): Promise<string> {
  const { changeId, version } = parseInput(undoFieldChangeSchema, input);
  whereFor(ctx, "write", "Service");
  const change = isId(changeId)
    ? await ctx.tx.fieldChange.findFirst({
        where: { id: changeId, jurisdictionId: ctx.actor.jurisdictionId },
      })
    : null;
  if (!change?.serviceId) throw new NotFound();
  const row = await findListing(ctx, "write", change.serviceId);
  const back = putBack(row, change);
  if (!back) throw new Conflict("changed_since");
  await back.step?.(ctx);
  await changeListing(ctx, "write", { before: row, version }, back.data, { action: "undo" });
  await recordAudit(ctx, {
    event: "listing.change_undone",
    entity: "Service",
    entityId: row.id,
    fields: [change.field],
  });
  return row.id;
}
