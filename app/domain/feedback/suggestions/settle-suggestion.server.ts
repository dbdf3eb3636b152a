import type { Prisma } from "~/db/generated/client";
import { staffUserId } from "../../kernel/actor";
import type { Ctx } from "../../kernel/context";
import { Conflict, NotFound } from "../../kernel/errors";
import { isId } from "../../kernel/ids";
import { announce, whereFor } from "../../kernel/index.server";

export type SuggestionRow = Prisma.SuggestionGetPayload<object>;

/** The suggestion that the actor may decide, in the state and at the version that was read. Throws NotFound, Conflict. */
export async function findSuggestion(
  ctx: Ctx,
  key: { id: string; version: number },
  status: string,
): Promise<SuggestionRow> {
  const reach = whereFor(ctx, "decide", "Suggestion");
  const row = isId(key.id)
    ? await ctx.tx.suggestion.findFirst({ where: { AND: [reach, { id: key.id }] } })
    : null;
  if (!row) throw new NotFound();
  if (row.status !== status || row.version !== key.version) throw new Conflict("suggestion_decided");
  return row;
}

/** Decides a suggestion and every other one that says the same, and thanks whoever left an address: once each, neutrally. */
export async function settleSuggestion(
  ctx: Ctx,
  row: SuggestionRow,
  decision: { status: "taken" | "refused"; decisionReason?: string; resultServiceId?: string },
): Promise<void> {
  const same = {
    AND: [
      whereFor(ctx, "decide", "Suggestion"),
      { kind: row.kind, serviceId: row.serviceId, sameAs: row.sameAs, status: "open" },
    ],
  };
  const tellers = await ctx.tx.suggestion.findMany({
    where: same,
    select: { contactEmail: true, language: true },
  });
  const { count } = await ctx.tx.suggestion.updateMany({
    where: same,
    data: {
      ...decision,
      decidedAt: ctx.clock.now(),
      decidedById: staffUserId(ctx.actor),
      version: { increment: 1 },
    },
  });
  if (count === 0) throw new Conflict("suggestion_decided");
  const told = new Map(
    tellers.flatMap((one) => (one.contactEmail ? [[one.contactEmail, one.language] as const] : [])),
  );
  for (const [toEmail, locale] of told)
    await announce(ctx, { template: "suggestion-decided", toEmail, locale });
}
