import { z } from "zod";
import type { Ctx } from "../../kernel/context";
import { parseInput } from "../../kernel/parse-input";
import { whereFor } from "../../kernel/index.server";
import { reviewPageSize } from "./review-queues";
import { urgentWhere } from "./urgent-where.server";

const schema = z.object({ page: z.number().int().min(1).max(100_000).default(1) });

export interface UrgentChange {
  id: string;
  at: Date;
  serviceId: string;
  listingName: string;
  organizationName: string;
  entity: string;
  field: string;
  previous: string | null;
  replacement: string | null;
}

/** Pauses, phones and addresses that providers changed in the last fourteen days, live at once, at which nobody has looked, newest first. Throws Forbidden. */
export async function listUrgentChanges(
  ctx: Ctx,
  input: z.input<typeof schema>,
): Promise<{ rows: UrgentChange[]; total: number }> {
  const reach = whereFor(ctx, "review", "Service");
  const { page } = parseInput(schema, input);
  const where = await urgentWhere(ctx);
  const total = await ctx.tx.fieldChange.count({ where });
  const changes = await ctx.tx.fieldChange.findMany({
    where,
    orderBy: [{ at: "desc" }, { id: "desc" }],
    skip: (page - 1) * reviewPageSize,
    take: reviewPageSize,
  });
  const ids = changes.flatMap((one) => (one.serviceId ? [one.serviceId] : []));
  const listings = await ctx.tx.service.findMany({
    where: { AND: [reach, { id: { in: ids } }] },
    select: { id: true, name: true, organization: { select: { name: true } } },
  });
  const named = new Map(listings.map((one) => [one.id, one]));
  const rows = changes.flatMap(({ id, at, serviceId, entity, field, previous, replacement }) => {
    const listing = named.get(serviceId ?? "");
    if (!listing) return [];
    const { name: listingName, organization } = listing;
    const about = { serviceId: listing.id, listingName, organizationName: organization.name };
    return [{ id, at, ...about, entity, field, previous, replacement }];
  });
  return { rows, total };
}
