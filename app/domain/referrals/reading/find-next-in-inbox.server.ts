import { z } from "zod";
import type { Ctx } from "../../kernel/context";
import { parseInput } from "../../kernel/parse-input";
import { inboxMost, inboxOrder, inboxWhere } from "./inbox-where.server";
import { listInboxSchema } from "./list-inbox.schema";

const schema = listInboxSchema.extend({ referralId: z.uuid() });

/** The referral that stands after this one in the actor's inbox; behind the last one the first. Null: no other. */
export async function findNextInInbox(ctx: Ctx, input: z.input<typeof schema>): Promise<string | null> {
  const { stage, referralId } = parseInput(schema, input);
  const rows = await ctx.tx.serviceReferral.findMany({
    where: inboxWhere(ctx, stage),
    orderBy: inboxOrder(stage),
    take: inboxMost,
    select: { id: true },
  });
  const here = rows.findIndex(({ id }) => id === referralId);
  return (rows[here + 1] ?? rows.find(({ id }) => id !== referralId))?.id ?? null;
}
