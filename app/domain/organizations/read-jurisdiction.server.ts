import type { Ctx } from "../kernel/context";
import { NotFound } from "../kernel/errors";
import { readJurisdictionSettings } from "./jurisdiction-settings";

export type JurisdictionFacts = {
  name: string;
  title: string;
  timeZone: string;
  supportPhone: string | null;
  textPhone: string | null;
  crisisPhone: string | null;
  /** Where its public pages are; null where it has no address of its own. */
  address: string | null;
  /** Goes up with every change of a code list. */
  codeListsVersion: number;
  /** Hours of the day, Monday to Friday, in which somebody answers. */
  hours: { opensAt: number; closesAt: number };
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
      textPhone: true,
      crisisPhone: true,
      address: true,
      codeListsVersion: true,
      settings: true,
    },
  });
  if (!row) throw new NotFound();
  const { settings, ...facts } = row;
  const { opensAt, closesAt } = readJurisdictionSettings(settings).calendar;
  return { ...facts, hours: { opensAt, closesAt } };
}
