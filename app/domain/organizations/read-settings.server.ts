import type { BusinessCalendar } from "../kernel/business-calendar";
import type { Ctx } from "../kernel/context";
import { NotFound } from "../kernel/errors";
import { type JurisdictionSettings, calendarOf, readJurisdictionSettings } from "./jurisdiction-settings";

/** A jurisdiction's rules in force, read by id of the actor's own jurisdiction. */
export type SettingsInForce = {
  settings: JurisdictionSettings;
  calendar: BusinessCalendar;
  timeZone: string;
};

/** The actor's own jurisdiction's settings, clocks and calendar. Throws NotFound when there is none. */
export async function readSettings(ctx: Ctx): Promise<SettingsInForce> {
  const row = await ctx.tx.jurisdiction.findUnique({
    where: { id: ctx.actor.jurisdictionId },
    select: { settings: true, timeZone: true },
  });
  if (!row) throw new NotFound();
  const settings = readJurisdictionSettings(row.settings);
  return { settings, calendar: calendarOf(settings, row.timeZone), timeZone: row.timeZone };
}
