import type { Ctx } from "~/domain/kernel/context";
import { agencyChildren, digestSql, portalChildren, type ComparedSide } from "./compared-sides";

export type SideDigest = { rows: number; digest: string };

/** Both sides in a word each, as they are in this transaction. */
export async function digestSides(ctx: Ctx): Promise<{ persons: SideDigest; children: SideDigest }> {
  const digest = async (side: ComparedSide): Promise<SideDigest> =>
    (await ctx.tx.$queryRawUnsafe<SideDigest[]>(digestSql(side)))[0]!;
  return { persons: await digest(portalChildren), children: await digest(agencyChildren) };
}
