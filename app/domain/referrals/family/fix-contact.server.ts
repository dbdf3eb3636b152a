import type { z } from "zod";
import type { correctContactSchema } from "../../households/correct-contact.schema";
import { correctContact, readFamilyDetails } from "../../households/index.server";
import type { Ctx } from "../../kernel/context";
import { Forbidden } from "../../kernel/errors";
import { tellContactChanged } from "./tell-contact-changed.server";

/**
 * The family says on its own page how it can be reached from now on; whoever serves it sees that at once, and is told.
 * Conflict moved_on when it was changed meanwhile. Invalid by field.
 */
export async function fixContact(
  ctx: Ctx,
  input: z.input<typeof correctContactSchema>,
): Promise<{ version: number }> {
  if (ctx.actor.kind !== "family") throw new Forbidden();
  const { householdId } = ctx.actor;
  const before = await readFamilyDetails(ctx, householdId);
  const corrected = await correctContact(ctx, input);
  await tellContactChanged(ctx, householdId, before);
  return corrected;
}
