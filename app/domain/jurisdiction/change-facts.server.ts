import type { z } from "zod";
import type { Ctx } from "../kernel/context";
import { Invalid } from "../kernel/errors";
import { whereFor } from "../kernel/index.server";
import { parseInput } from "../kernel/parse-input";
import { readJurisdictionSettings } from "../organizations/jurisdiction-settings";
import type { FactChange } from "./changes-between";
import { changeFactsSchema } from "./change-facts.schema";
import { federalHolidays } from "./federal-holidays";
import type { KeptJurisdiction } from "./kept-jurisdiction";
import { middleOfPlace } from "./middle-of-place";
import { writeVersion } from "./write-version.server";

type Typed = z.output<typeof changeFactsSchema>;

/** Days that are over stay as they were: what was counted by them is counted so again. */
function closedDays(known: readonly string[], typed: Typed, year: number): string[] {
  const federal = [
    ...(typed.federalThisYear ? federalHolidays(year) : []),
    ...(typed.federalNextYear ? federalHolidays(year + 1) : []),
  ];
  const before = known.filter((day) => day < `${year}`);
  return [...new Set([...before, ...typed.holidays, ...federal])].sort();
}

function middleOf({ latitude, longitude }: KeptJurisdiction, place: string) {
  if (place === "") return { latitude, longitude };
  const near = latitude !== null && longitude !== null ? { latitude, longitude } : null;
  const middle = middleOfPlace(place, near);
  if (!middle) throw new Invalid({ place: ["place_unknown"] });
  return middle;
}

/**
 * Name, phones, place, hours and closed days of the actor's own jurisdiction; answers what changes. Throws Forbidden,
 * Invalid, Conflict.
 */
export async function changeFacts(ctx: Ctx, input: z.input<typeof changeFactsSchema>): Promise<FactChange[]> {
  whereFor(ctx, "write", "JurisdictionVersion");
  const typed = parseInput(changeFactsSchema, input);
  const { version, dryRun } = typed;
  return writeVersion(ctx, { version, dryRun, event: "jurisdiction.changed" }, (kept) => {
    const { calendar } = readJurisdictionSettings(kept.settings);
    const year = Number(ctx.clock.today(typed.timeZone).slice(0, 4));
    const { opensAt, closesAt } = typed;
    return {
      ...{ name: typed.name, title: typed.title, timeZone: typed.timeZone },
      ...{ supportPhone: typed.supportPhone, textPhone: typed.textPhone, crisisPhone: typed.crisisPhone },
      ...middleOf(kept, typed.place),
      settings: {
        ...kept.settings,
        calendar: { opensAt, closesAt, holidays: closedDays(calendar.holidays, typed, year) },
      },
    };
  });
}
