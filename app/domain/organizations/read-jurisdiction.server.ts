import type { Ctx } from "../kernel/context";
import { NotFound } from "../kernel/errors";

export type JurisdictionFacts = {
  name: string;
  title: string;
  timeZone: string;
  supportPhone: string | null;
  crisisPhone: string | null;
  /** Goes up with every change of a code list. */
  codeListsVersion: number;
};

/** What every page may say of the actor's own jurisdiction: its title and phones. Throws NotFound when there is none. */
export async function readJurisdiction(ctx: Ctx): Promise<JurisdictionFacts> {
  const row = await ctx.tx.jurisdiction.findUnique({
    where: { id: ctx.actor.jurisdictionId },
    select: {
      name: true,
      title: true,
      timeZone: true,
      supportPhone: true,
      crisisPhone: true,
      codeListsVersion: true,
    },
  });
  if (!row) throw new NotFound();
  return row;
}
