import type { z } from "zod";
import { recordAudit, whereFor } from "../../kernel/index.server";
import type { Ctx } from "../../kernel/context";
import { Conflict } from "../../kernel/errors";
import { parseInput } from "../../kernel/parse-input";
import { findSuggestion, settleSuggestion } from "./settle-suggestion.server";
import { refuseSuggestionSchema, suggestionKeySchema } from "./suggestion.schema";

/** A suggestion changes nothing; the reason stays with the agency, and who made it is thanked all the same. Throws NotFound, Invalid, Conflict. */
export async function refuseSuggestion(
  ctx: Ctx,
  input: z.input<typeof refuseSuggestionSchema>,
): Promise<void> {
  const { reason, ...key } = parseInput(refuseSuggestionSchema, input);
  const row = await findSuggestion(ctx, key, "open");
  await settleSuggestion(ctx, row, { status: "refused", decisionReason: reason });
  await recordAudit(ctx, { event: "suggestion.refused", entity: "Suggestion", entityId: row.id });
}

/** Takes a refusal back: the suggestion waits again. Throws NotFound, Conflict. */
export async function reopenSuggestion(ctx: Ctx, input: z.input<typeof suggestionKeySchema>): Promise<void> {
  const row = await findSuggestion(ctx, parseInput(suggestionKeySchema, input), "refused");
  const { count } = await ctx.tx.suggestion.updateMany({
    where: {
      AND: [whereFor(ctx, "decide", "Suggestion"), { id: row.id, version: row.version, status: "refused" }],
    },
    data: {
      status: "open",
      decidedAt: null,
      decidedById: null,
      decisionReason: null,
      version: { increment: 1 },
    },
  });
  if (count === 0) throw new Conflict("suggestion_decided");
  await recordAudit(ctx, { event: "suggestion.reopened", entity: "Suggestion", entityId: row.id });
}
