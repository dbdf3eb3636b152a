import type { LinkEvent } from "~/db/generated/client";
import type { Ctx } from "~/domain/kernel/context";
import { NotFound } from "~/domain/kernel/errors";
import { readId } from "~/domain/kernel/ids";
import { whereFor } from "~/domain/kernel/index.server";

/** What people say of a pair; the last of these holds. */
const saidKinds = ["confirm", "reject", "aside", "undo", "reopen"];
const apartKinds = ["reject", "aside", "undo"];

/** The answer by which a pair is apart, where it is the last that was said of it; else NotFound. */
export async function findApart(ctx: Ctx, eventId: string): Promise<LinkEvent> {
  const { jurisdictionId } = ctx.actor;
  whereFor(ctx, "reopen", "LinkCandidate");
  const event = await ctx.tx.linkEvent.findFirst({ where: { jurisdictionId, id: readId(eventId) } });
  if (!event || !apartKinds.includes(event.kind)) throw new NotFound();
  const { personId, agencyChildId } = event;
  const last = await ctx.tx.linkEvent.findFirst({
    where: { jurisdictionId, personId, agencyChildId, kind: { in: saidKinds } },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: { id: true },
  });
  if (last?.id !== event.id) throw new NotFound();
  return event;
}
