import { staffUserId } from "~/domain/kernel/actor";
import type { Ctx } from "~/domain/kernel/context";
import { newId } from "~/domain/kernel/ids";

export type LinkChange = { personId: string; agencyChildId: string; kind: "auto" | "supersede" | "undo" };
export type LinkChanges = { runId: string | null; rule: string; changes: LinkChange[]; reason?: string };

/** Writes the events and, in the same transaction, what holds now. */
export async function writeLinks(ctx: Ctx, { runId, rule, changes, reason }: LinkChanges): Promise<void> {
  const at = ctx.clock.now();
  const { jurisdictionId } = ctx.actor;
  const evidence = reason === undefined ? { agreed: ["first_name", "last_name", "birth_date"] } : { reason };
  await ctx.tx.linkEvent.createMany({
    data: changes.map((change) => ({
      id: newId(at),
      jurisdictionId,
      runId,
      ...change,
      rule,
      evidence,
      actorId: staffUserId(ctx.actor),
      at,
    })),
  });
  const ended = changes.filter((change) => change.kind !== "auto").map((change) => change.personId);
  await ctx.tx.personLink.deleteMany({ where: { jurisdictionId, personId: { in: ended } } });
  const added = changes.filter((change) => change.kind === "auto");
  await ctx.tx.personLink.createMany({
    data: added.map(({ personId, agencyChildId }) => ({ personId, agencyChildId, jurisdictionId, rule, at })),
  });
}
