import type { z } from "zod";
import type { Ctx } from "../../kernel/context";
import { parseInput } from "../../kernel/parse-input";
import { inboxWhere } from "./inbox-where.server";
import { listInboxSchema } from "./list-inbox.schema";

/** How many referrals listInbox would give the actor in one stage: for a badge. Nothing is read out, so nothing is audited. */
export function countInbox(ctx: Ctx, input: z.input<typeof listInboxSchema>): Promise<number> {
  const { stage } = parseInput(listInboxSchema, input);
  return ctx.tx.serviceReferral.count({ where: inboxWhere(ctx, stage) });
}
