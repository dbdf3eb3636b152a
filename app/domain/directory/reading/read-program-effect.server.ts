import type { Ctx } from "../../kernel/context";
import { NotFound } from "../../kernel/errors";
import { isId } from "../../kernel/ids";
import { whereFor } from "../../kernel/index.server";

/** What a program says it works on, as codes of eligibility-rules.ts. */
export interface ProgramEffect {
  protectiveFactors: string[];
  desiredOutcomes: string[];
}

/** What a published program strengthens, and what should be better afterwards: for whoever refers to it. Throws NotFound, Forbidden. */
export async function readProgramEffect(ctx: Ctx, input: { id: string }): Promise<ProgramEffect> {
  const reach = whereFor(ctx, "give_details", "Service");
  const row = isId(input.id)
    ? await ctx.tx.service.findFirst({
        where: { AND: [reach, { id: input.id }] },
        select: { protectiveFactors: true, desiredOutcomes: true },
      })
    : null;
  if (!row) throw new NotFound();
  return row;
}
