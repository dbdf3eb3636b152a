import type { Prisma } from "~/db/generated/client";
import type { Ctx } from "../kernel/context";
import { Conflict, NotFound } from "../kernel/errors";
import { isId } from "../kernel/ids";
import { whereFor } from "../kernel/policy.server";
import { writeSearchRows } from "./write-search-rows.server";

const parts = {
  organization: { select: { name: true, victimServiceProvider: true, part2Program: true } },
  phones: { orderBy: { id: "asc" } },
  schedules: { orderBy: { id: "asc" } },
  areas: { orderBy: { id: "asc" } },
  requiredDocuments: { orderBy: { id: "asc" } },
  serviceAtLocations: {
    orderBy: { id: "asc" },
    include: { location: { include: { addresses: { orderBy: { id: "asc" } }, accessibility: true } } },
  },
} satisfies Prisma.ServiceInclude;
export type ListingRow = Prisma.ServiceGetPayload<{ include: typeof parts }>;

/** The one listing that the actor may reach with the verb, with its parts. NotFound for any other id. */
export async function findListing(ctx: Ctx, verb: string, id: string): Promise<ListingRow> {
  const reach = whereFor(ctx, verb, "Service");
  const row = isId(id)
    ? await ctx.tx.service.findFirst({ where: { AND: [reach, { id }] }, include: parts })
    : null;
  if (!row) throw new NotFound();
  return row;
}

/**
 * Changes a listing the actor may reach with the verb and that still has the version that was read, then writes its
 * search rows. Throws NotFound when it is out of reach, Conflict when somebody was faster.
 */
export async function changeListing(
  ctx: Ctx,
  verb: string,
  listing: { id: string; version: number },
  data: Prisma.ServiceUncheckedUpdateManyInput,
): Promise<void> {
  const reach = whereFor(ctx, verb, "Service");
  const { count } = await ctx.tx.service.updateMany({
    where: { AND: [reach, { id: listing.id, version: listing.version }] },
    data: { ...data, version: { increment: 1 }, lastModified: ctx.clock.now() },
  });
  if (count === 0) throw new Conflict("listing_changed");
  await writeSearchRows(ctx, [listing.id]);
}
