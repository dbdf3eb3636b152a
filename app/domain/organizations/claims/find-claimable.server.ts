import type { Ctx } from "../../kernel/context";
import { NotFound } from "../../kernel/errors";
import { isId } from "../../kernel/ids";
import { whereFor } from "../../kernel/index.server";

export type Claimable = { id: string; name: string; listings: { slug: string; name: string }[] };

/**
 * The organization that a public page's "Is this your organization?" speaks of, by a published listing's address word or by
 * its own id, with what it lists. One that lists nothing published is not known to anybody. Throws NotFound.
 */
export async function findClaimable(ctx: Ctx, input: { key: string }): Promise<Claimable> {
  whereFor(ctx, "ask", "OrganizationClaim");
  const published = whereFor(ctx, "search", "Service");
  const key = input.key.replaceAll("\0", "").slice(0, 120);
  const which = isId(key) ? { organizationId: key } : { slug: key };
  const found = await ctx.tx.service.findFirst({
    where: { AND: [published, which] },
    select: { organization: { select: { id: true, name: true } } },
  });
  if (!found) throw new NotFound();
  const listings = await ctx.tx.service.findMany({
    where: { AND: [published, { organizationId: found.organization.id }] },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: 10,
    select: { slug: true, name: true },
  });
  return { ...found.organization, listings };
}
