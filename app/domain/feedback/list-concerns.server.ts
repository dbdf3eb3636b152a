import { z } from "zod";
import type { Ctx } from "../kernel/context";
import { parseInput } from "../kernel/parse-input";
import { openConcerns } from "./open-concerns.server";

const schema = z.object({ page: z.number().int().min(1).max(100_000).default(1) });
const concernsPageSize = 25;

export interface OpenConcern {
  id: string;
  serviceId: string;
  listingName: string;
  organizationName: string;
  field: string;
  words: string;
  at: Date;
  /** When the provider was asked because of it. */
  askedAt: Date | null;
  /** When a person last checked the listing; after `at` it may be settled. */
  assuredAt: Date | null;
}

/** What people say is wrong on listings and nobody has settled, oldest first, 25 a page. Throws Forbidden. */
export async function listConcerns(
  ctx: Ctx,
  input: z.input<typeof schema> = {},
): Promise<{ rows: OpenConcern[]; total: number }> {
  const { page } = parseInput(schema, input);
  const where = openConcerns(ctx);
  const total = await ctx.tx.listingConcern.count({ where });
  const concerns = await ctx.tx.listingConcern.findMany({
    where,
    orderBy: [{ at: "asc" }, { id: "asc" }],
    skip: (page - 1) * concernsPageSize,
    take: concernsPageSize,
  });
  const listings = await ctx.tx.service.findMany({
    where: { jurisdictionId: ctx.actor.jurisdictionId, id: { in: concerns.map((one) => one.serviceId) } },
    select: { id: true, name: true, assuredAt: true, organization: { select: { name: true } } },
  });
  const named = new Map(listings.map((one) => [one.id, one]));
  const rows = concerns.map(({ id, serviceId, field, words, at, askedAt }) => {
    const listing = named.get(serviceId);
    const { name: listingName = "", assuredAt = null } = listing ?? {};
    const organizationName = listing?.organization.name ?? "";
    return { id, serviceId, listingName, organizationName, field, words, at, askedAt, assuredAt };
  });
  return { rows, total };
}
