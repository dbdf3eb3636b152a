import { z } from "zod";
import type { Ctx } from "~/domain/kernel/context";
import { newId } from "~/domain/kernel/ids";
import { recordAudit, whereFor } from "~/domain/kernel/index.server";
import { parseInput } from "~/domain/kernel/parse-input";
import { asColumn, isIsoDate } from "../kernel/calendar";
import { madeById } from "./write-framework-version.server";

const schema = z.object({
  tier: z
    .string()
    .pipe(z.enum(["", "1", "2", "3"]))
    .transform((typed) => (typed === "" ? null : Number(typed))),
  since: z.string().trim().refine(isIsoDate, "date"),
});

/** The jurisdiction's tier in Thriving Families from a day on; earlier ones stay on record. Throws Forbidden, Invalid. */
export async function setTier(ctx: Ctx, input: z.input<typeof schema>): Promise<void> {
  whereFor(ctx, "write", "CommunityEntry");
  const { tier, since } = parseInput(schema, input);
  const at = ctx.clock.now();
  const id = newId(at);
  const row = { id, jurisdictionId: ctx.actor.jurisdictionId, tier, since: asColumn(since), setAt: at };
  await ctx.tx.jurisdictionTier.createMany({ data: { ...row, setById: madeById(ctx) } });
  await recordAudit(ctx, {
    event: "tier.set",
    entity: "JurisdictionTier",
    entityId: id,
    reason: `${tier ?? "none"}`,
  });
}
