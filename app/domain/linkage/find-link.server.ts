import type { PersonLink } from "~/db/generated/client";
import type { Ctx } from "~/domain/kernel/context";
import { NotFound } from "~/domain/kernel/errors";
import { readId } from "~/domain/kernel/ids";
import { whereFor } from "~/domain/kernel/index.server";

/** The link of a child that the actor may undo; else NotFound. */
export async function findLink(ctx: Ctx, personId: string): Promise<PersonLink> {
  const reach = whereFor(ctx, "undo", "PersonLink");
  const link = await ctx.tx.personLink.findFirst({ where: { AND: [reach, { personId: readId(personId) }] } });
  if (!link) throw new NotFound();
  return link;
}
