import { addDays, addMonths } from "~/domain/kernel/calendar";
import { drawFrom, type Chance } from "./chance";
import { lastKnown, type AgencyKnows, type KnownChild } from "./agency-knows";

type Stay = { removalId: string; entry: string; exit: string; reason: string };

const exits: Chance<string>[] = [
  ["reunification", 0.56],
  ["living_with_other_relative", 0.09],
  ["guardianship", 0.13],
  ["adoption", 0.18],
  ["transfer_to_other_agency", 0.02],
  ["runaway", 0.02],
];
const settings: Chance<string>[] = [
  ["foster_nonrelative", 0.44],
  ["foster_relative", 0.34],
  ["shelter", 0.09],
  ["group_home", 0.08],
  ["therapeutic_foster_nonrelative", 0.05],
];
/** From these a child comes home: it may come back into care. */
const homeward = ["reunification", "living_with_other_relative", "guardianship"];

function inventPlacements(to: AgencyKnows, child: KnownChild, stay: Stay, next: () => number): void {
  const { removalId, entry, exit } = stay;
  const add = (startDate: string, setting: string, homeId: string | null): void => {
    const isKin = setting === "foster_relative";
    to.placements.push({
      ...{ removalId, startDate, setting, homeId, relativeFlag: isKin, kinFlag: isKin && next() < 0.2 },
      county: next() < 0.85 ? "Harbor" : "Meadow",
    });
  };
  let day = entry;
  do {
    const setting = drawFrom(settings, next());
    const home = `FH-${1 + Math.floor(next() * 260)}`;
    add(day, setting, setting === "foster_relative" ? `KIN-${child.familyId}` : home);
    day = addDays(day, 25 + Math.floor(next() * 200));
  } while (day < exit && next() < 0.45);
  const trial = addDays(exit, -(35 + Math.floor(next() * 30)));
  if (stay.reason === "reunification" && next() < 0.3 && trial > addDays(entry, 30))
    add(trial, "trial_home_visit", null);
}

/** A caseworker sees the child about once a month. */
function inventVisits(to: AgencyKnows, childId: string, stay: Stay, next: () => number): void {
  let day = addDays(stay.entry, 6 + Math.floor(next() * 18));
  for (; day < stay.exit && day <= lastKnown; day = addDays(day, 26 + Math.floor(next() * 8)))
    to.contacts.push({
      ...{ childId, contactAt: `${day}T15:30:00`, kind: "visit" },
      ...{ method: next() < 0.95 ? "in_person" : "video" },
      ...{ status: next() < 0.95 ? "completed" : "attempted", inResidence: next() < 0.83 },
    });
}

/**
 * A child in care from `entry` for so many days, with homes, visits and the case; some come back within two years. A child
 * of eighteen years is in care no longer.
 */
export function inventCare(
  to: AgencyKnows,
  child: KnownChild,
  first: { entry: string; days: number },
  next: () => number,
): void {
  const { childId } = child;
  const eighteen = addMonths(child.born, 12 * 18);
  let { entry, days } = first;
  for (let n = 1; n <= 3 && entry < eighteen && entry <= lastKnown; n++) {
    const planned = addDays(entry, days);
    const isGrown = planned >= eighteen;
    const exit = isGrown ? eighteen : planned;
    const stay = {
      ...{ removalId: `${childId}-M${n}`, entry, exit },
      reason: isGrown ? "emancipation" : drawFrom(exits, next()),
    };
    to.removals.push({
      ...{ removalId: stay.removalId, childId, county: "Harbor", entryDate: entry, exitDate: exit },
      ...{ exitReason: stay.reason, entryTransactionDate: addDays(entry, 1 + Math.floor(next() * 8)) },
      exitTransactionDate: addDays(exit, 1 + Math.floor(next() * 12)),
    });
    to.cases.push({ childId, startDate: entry, endDate: exit, inHome: false });
    inventPlacements(to, child, stay, next);
    inventVisits(to, childId, stay, next);
    if (!homeward.includes(stay.reason) || next() > 0.36) return;
    entry = addDays(exit, 20 + Math.floor(next() * 500));
    days = 60 + Math.floor(next() * 400);
  }
}
