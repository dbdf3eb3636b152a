import type { Prisma } from "~/db/generated/client";
import { staffUserId } from "~/domain/kernel/actor";
import type { Ctx } from "~/domain/kernel/context";
import { newId } from "~/domain/kernel/ids";
import type { Pair } from "./pair-key";

/** `auto` and `confirm` link, `undo` and `supersede` unlink; `reject`, `aside` and `reopen` say something of a pair alone. */
export type LinkChange = Pair & {
  kind: "auto" | "confirm" | "supersede" | "undo" | "reject" | "aside" | "reopen";
  rule: string;
  evidence: Prisma.InputJsonObject;
};

const BATCH = 2000;
const links = (kind: LinkChange["kind"]): boolean => kind === "auto" || kind === "confirm";
const unlinks = (kind: LinkChange["kind"]): boolean => kind === "supersede" || kind === "undo";

/** Writes the events and, in the same transaction, what holds now. A person's links end before a new one begins. Answers the events' ids. */
export async function writeLinks(
  ctx: Ctx,
  runId: string | null,
  changes: readonly LinkChange[],
): Promise<string[]> {
  const at = ctx.clock.now();
  const { jurisdictionId } = ctx.actor;
  const actorId = staffUserId(ctx.actor);
  const events = changes.map((change) => ({ id: newId(at), jurisdictionId, runId, ...change, actorId, at }));
  const ended = changes.filter(({ kind }) => unlinks(kind)).map(({ personId }) => personId);
  const begun = changes
    .filter(({ kind }) => links(kind))
    .map(({ personId, agencyChildId, rule }) => ({ personId, agencyChildId, jurisdictionId, rule, at }));
  for (let i = 0; i < events.length; i += BATCH)
    await ctx.tx.linkEvent.createMany({ data: events.slice(i, i + BATCH) });
  for (let i = 0; i < ended.length; i += BATCH)
    await ctx.tx.personLink.deleteMany({
      where: { jurisdictionId, personId: { in: ended.slice(i, i + BATCH) } },
    });
  for (let i = 0; i < begun.length; i += BATCH)
    await ctx.tx.personLink.createMany({ data: begun.slice(i, i + BATCH) });
  return events.map(({ id }) => id);
}
