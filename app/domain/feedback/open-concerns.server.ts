import type { Prisma } from "~/db/generated/client";
import type { Ctx } from "../kernel/context";
import { whereFor } from "../kernel/index.server";

/** What people say is wrong and nobody has settled. Throws Forbidden. */
export function openConcerns(ctx: Ctx): Prisma.ListingConcernWhereInput {
  return { AND: [whereFor(ctx, "read", "ListingConcern"), { resolvedAt: null }] };
}
