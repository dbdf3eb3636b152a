import { z } from "zod";
import type { Ctx } from "../../kernel/context";
import { Conflict, NotFound } from "../../kernel/errors";
import { whereFor } from "../../kernel/index.server";
import { isId } from "../../kernel/ids";
import { parseInput } from "../../kernel/parse-input";
import { toldKinds } from "../outgoing/kept-back";
import { askAnew } from "./ask-anew.server";
import { decideAlike } from "./decide-alike.server";
import { followLocations } from "./hide-locations.server";
import { hideSamePlaces } from "./hide-same-places.server";
import { writeDecision } from "./write-decision.server";

const decideSafetyHoldSchema = z.object({
  id: z.string(),
  decision: z.enum(["is", "is_not"]),
  /** What of its hidden places families see all the same. */
  tells: z.array(z.enum(toldKinds)).default([]),
});

/**
 * An administrator's word on an organization that may be a victim service: it is, and its held places are hidden whole and
 * its answers sealed; or it is not, and they are shown. Its entries of the same name from other sources are decided with it, and later
 * imports keep it. Throws NotFound, Conflict("decided").
 */
export async function decideSafetyHold(
  ctx: Ctx,
  input: z.input<typeof decideSafetyHoldSchema>,
): Promise<void> {
  whereFor(ctx, "review", "Service");
  const { id, decision, tells } = parseInput(decideSafetyHoldSchema, input);
  const { jurisdictionId } = ctx.actor;
  const which = { id, jurisdictionId, organization: { mergedIntoId: null } };
  const row = isId(id) ? await ctx.tx.safetyHold.findFirst({ where: which }) : null;
  if (!row) throw new NotFound();
  // Whoever decides at the same time waits here, and finds it decided.
  await ctx.tx.$executeRaw`select from safety_hold where id = ${id}::uuid for update`;
  const open = await ctx.tx.safetyHold.findFirst({ where: { id, jurisdictionId, status: "open" } });
  if (!open) throw new Conflict("decided");
  await writeDecision(ctx, [open], { decision, tells });
  const all = [open, ...(await decideAlike(ctx, decision, open.organizationId))];
  const places = all.flatMap((one) => one.places);
  if (decision === "is") places.push(...(await hideSamePlaces(ctx, places)), ...(await askAnew(ctx, open)));
  await followLocations(
    ctx,
    places,
    all.map((one) => one.organizationId),
  );
}
