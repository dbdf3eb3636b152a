import type { z } from "zod";
import type { Ctx } from "../kernel/context";
import { Conflict } from "../kernel/errors";
import { recordAudit, whereFor } from "../kernel/index.server";
import { parseInput } from "../kernel/parse-input";
import { correctContactSchema } from "./correct-contact.schema";
import { phoneKey } from "./phone-key";

/**
 * The family corrects, on its own page, how it can be reached; who it is already shared with sees the new way, since
 * the permission covers it. Conflict moved_on when it was changed meanwhile.
 */
export async function correctContact(
  ctx: Ctx,
  input: z.input<typeof correctContactSchema>,
): Promise<{ version: number }> {
  const reach = whereFor(ctx, "fix_contact", "Household");
  const { version, ...contact } = parseInput(correctContactSchema, input);
  const { count } = await ctx.tx.household.updateMany({
    where: { AND: [reach, { version }] },
    data: { ...contact, phoneKey: phoneKey(contact.phone), version: { increment: 1 } },
  });
  if (count === 0) throw new Conflict("moved_on");
  const household = await ctx.tx.household.findFirstOrThrow({ where: reach });
  await recordAudit(ctx, {
    event: "household.contact_corrected",
    entity: "Household",
    entityId: household.id,
    fields: Object.keys(contact),
  });
  return { version: version + 1 };
}
