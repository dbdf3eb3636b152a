import type { Ctx } from "../kernel/context";
import { Forbidden } from "../kernel/errors";

export type ListedJurisdiction = {
  slug: string;
  name: string;
  title: string;
  timeZone: string;
  address: string | null;
};

/** Every jurisdiction of the installation, in the order in which they were made. System only. */
export async function listJurisdictions(ctx: Ctx): Promise<ListedJurisdiction[]> {
  if (ctx.actor.kind !== "system") throw new Forbidden();
  return ctx.tx.jurisdiction.findMany({
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { slug: true, name: true, title: true, timeZone: true, address: true },
  });
}
