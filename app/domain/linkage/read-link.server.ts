import type { Ctx } from "~/domain/kernel/context";
import { recordAudit } from "~/domain/kernel/index.server";
import { findLink } from "./find-link.server";
import { findWhatRests, type Resting } from "./find-what-rests.server";
import type { ShownPair } from "./pair-views";
import { readShownPair } from "./read-shown-pair.server";

export type LinkToUndo = { personId: string; rule: string; at: Date; shown: ShownPair; rests: Resting };

/** A link that may be taken back, and all that rests on it. Audited. NotFound where there is none in reach. */
export async function readLink(ctx: Ctx, { personId }: { personId: string }): Promise<LinkToUndo> {
  const link = await findLink(ctx, personId);
  const { shown } = await readShownPair(ctx, link);
  await recordAudit(ctx, { event: "link.read", entity: "PersonLink", entityId: personId });
  return { personId, rule: link.rule, at: link.at, shown, rests: await findWhatRests(ctx, link) };
}
