import type { Ctx } from "~/domain/kernel/context";
import { Conflict, Invalid, NotFound } from "~/domain/kernel/errors";
import { readId } from "~/domain/kernel/ids";
import { recordAudit, whereFor } from "~/domain/kernel/index.server";
import { readJurisdiction } from "~/domain/organizations/index.server";
import { noSmallCount } from "./nameless-text";

type Settled = { id: string; version: number; act: "remove" | "restore" | "share" | "unshare" };

/**
 * Takes an entry off the pages or back onto them; shares a lesson with the jurisdictions that follow the framework, or takes
 * that back. Throws Forbidden, NotFound, Invalid ("small_count": a lesson that tells a count of 1 to 10), Conflict
 * ("entry_changed").
 */
export async function settleCommunityEntry(ctx: Ctx, { id, version, act }: Settled): Promise<void> {
  const isShare = act === "share" || act === "unshare";
  const reach = whereFor(ctx, isShare ? "share" : "write", "CommunityEntry");
  const own = { AND: [reach, { id: readId(id) }, isShare ? { kind: "lesson", removedAt: null } : {}] };
  const found = await ctx.tx.communityEntry.findFirst({ where: own });
  if (!found) throw new NotFound();
  if (act === "share" && !noSmallCount(`${found.title}\n${found.text}`))
    throw new Invalid({ text: ["small_count"] });
  const at = ctx.clock.now();
  const data = {
    remove: () => ({ removedAt: at, sharedAt: null, sharedBy: null }),
    restore: () => ({ removedAt: null }),
    share: async () => ({ sharedAt: at, sharedBy: (await readJurisdiction(ctx)).name }),
    unshare: () => ({ sharedAt: null, sharedBy: null }),
  };
  const { count } = await ctx.tx.communityEntry.updateMany({
    where: { AND: [own, { version }] },
    data: { ...(await data[act]()), version: { increment: 1 } },
  });
  if (count === 0) throw new Conflict("entry_changed");
  await recordAudit(ctx, { event: `${found.kind}.${act}d`, entity: "CommunityEntry", entityId: found.id });
}
