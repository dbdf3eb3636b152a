import type { z } from "zod";
import { can, recordAudit, whereFor } from "../../kernel/index.server";
import type { Ctx } from "../../kernel/context";
import { Forbidden, NotFound } from "../../kernel/errors";
import { newId } from "../../kernel/ids";
import { parseInput } from "../../kernel/parse-input";
import { createListingSchema } from "./create-listing.schema";
import { listingSlug } from "./listing-slug";

/** Starts a draft listing of an organization the actor may write for; answers its id. Throws Invalid, Forbidden, NotFound. */
export async function createListing(ctx: Ctx, input: z.input<typeof createListingSchema>): Promise<string> {
  whereFor(ctx, "write", "Service");
  const { name, organizationId, id: chosen } = parseInput(createListingSchema, input);
  const { jurisdictionId } = ctx.actor;
  const own = ctx.actor.kind === "staff" ? ctx.actor.organizationId : null;
  const owner = organizationId ?? own;
  if (!owner) throw new NotFound();
  if (!can(ctx, "write", "Service", { jurisdictionId, organizationId: owner }))
    throw own ? new NotFound() : new Forbidden();
  const found = await ctx.tx.organization.count({ where: { id: owner, jurisdictionId } });
  if (found === 0) throw new NotFound();
  const at = ctx.clock.now();
  const id = ctx.actor.kind === "system" && chosen ? chosen : newId(at);
  const sections = { basics: "in_progress" };
  await ctx.tx.service.create({
    data: {
      id,
      jurisdictionId,
      organizationId: owner,
      name,
      slug: listingSlug(name, id),
      sections,
      createdAt: at,
      lastModified: at,
    },
  });
  await recordAudit(ctx, { event: "listing.created", entity: "Service", entityId: id, fields: ["name"] });
  return id;
}
