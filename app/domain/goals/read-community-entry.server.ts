import type { Ctx } from "~/domain/kernel/context";
import { NotFound } from "~/domain/kernel/errors";
import { readId } from "~/domain/kernel/ids";
import { whereFor } from "~/domain/kernel/index.server";
import type { CommunityEntryRow } from "./community-entry";
import { toEntry } from "./list-community.server";

/** One entry of the jurisdiction's own, a removed one too, for its form. Throws Forbidden, NotFound. */
export async function readCommunityEntry(ctx: Ctx, input: { id: string }): Promise<CommunityEntryRow> {
  const row = await ctx.tx.communityEntry.findFirst({
    where: { AND: [whereFor(ctx, "read", "CommunityEntry"), { id: readId(input.id) }] },
  });
  if (!row) throw new NotFound();
  return toEntry(row);
}
