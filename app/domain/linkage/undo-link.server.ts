import type { Ctx } from "~/domain/kernel/context";
import { NotFound } from "~/domain/kernel/errors";
import { recordAudit, whereFor } from "~/domain/kernel/index.server";
import { parseInput } from "~/domain/kernel/parse-input";
import { undoLinkSchema, type UndoLinkInput } from "./undo-link.schema";
import { writeLinks } from "./write-links.server";

/** Takes a link back by an event; the pair stays apart in later runs. Answers nothing; NotFound when there is no link. */
export async function undoLink(ctx: Ctx, input: UndoLinkInput): Promise<void> {
  const reach = whereFor(ctx, "undo", "PersonLink");
  const { personId, reason } = parseInput(undoLinkSchema, input);
  const link = await ctx.tx.personLink.findFirst({ where: { AND: [reach, { personId }] } });
  if (!link) throw new NotFound();
  await writeLinks(ctx, {
    runId: null,
    rule: link.rule,
    changes: [{ personId, agencyChildId: link.agencyChildId, kind: "undo" }],
    reason,
  });
  await recordAudit(ctx, { event: "link.undone", entity: "PersonLink", entityId: personId, reason });
}
