import type { ChildRecord, RemovalRecord, ReportRecord } from "~/domain/reports/agency-record";
import { addDays } from "~/domain/kernel/calendar";
import { drawFrom } from "./chance";
import type { Recorded } from "./slip-record";

/** The day after which the invented agency knows nothing. */
const lastKnown = "2026-11-15";

type Outcomes = { children: ChildRecord[]; reports: ReportRecord[]; removals: RemovalRecord[] };
type Child = Recorded & { childId: string; sent: string; familyId: string; zip: string };

function addReport(
  to: Outcomes,
  child: Child,
  n: number,
  date: string,
  disposition: string,
  isScreenedIn: boolean,
): void {
  const later = addDays(date, 38);
  const isDecided = isScreenedIn && later <= lastKnown;
  to.reports.push({
    reportId: `${child.childId}-R${n}`,
    childId: child.childId,
    reportDate: date,
    incidentDate: addDays(date, -2),
    screenDecision: isScreenedIn ? "screened_in" : "screened_out",
    responseType: isScreenedIn ? "10_day" : "evaluated_out",
    receivedAt: `${date}T10:15:00`,
    firstContactAt: isScreenedIn ? `${addDays(date, 3)}T14:00:00` : null,
    disposition: isDecided ? disposition : null,
    dispositionDate: isDecided ? later : null,
    maltreatmentTypes: ["neglect"],
    perpRelation: null,
    fatality: false,
    reporter: null,
    narrative: null,
  });
}

/** What the agency knows of a child: a report before the referral for most, and for some a report or a removal after. */
export function inventOutcomes(to: Outcomes, child: Child, next: () => number): void {
  const race = drawFrom(
    [
      ["black", 0.52],
      ["white", 0.24],
      ["asian", 0.06],
      ["other", 0.1],
      ["unknown", 0.08],
    ] as const,
    next(),
  );
  to.children.push({
    ...{
      childId: child.childId,
      dob: child.dob,
      sex: next() < 0.5 ? "female" : "male",
      raceCodes: [race],
      hispanic: next() < 0.3,
      tribe: null,
      zipOrTract: child.zip,
    },
    ...{
      familyId: child.familyId,
      firstName: child.firstName,
      middleName: child.middleName,
      lastName: child.lastName,
      suffix: null,
      aliases: null,
    },
  });
  if (next() < 0.7)
    addReport(to, child, 0, addDays(child.sent, -Math.floor(2 + next() * 20)), "unsubstantiated", false);
  const yearsOn = (next() * 730) | 0;
  const again = addDays(child.sent, 5 + yearsOn);
  const hasReport = next() < 0.42;
  const isScreenedIn = next() < 0.62;
  const isConfirmed = next() < 0.48;
  if (hasReport && again <= lastKnown)
    addReport(to, child, 1, again, isConfirmed ? "substantiated" : "unsubstantiated", isScreenedIn);
  const hasRemoval = next() < 0.13;
  const entry = addDays(child.sent, 12 + ((next() * 700) | 0));
  const months = next();
  if (!hasRemoval || entry > lastKnown) return;
  const exit = addDays(entry, 20 + ((months * 700) | 0));
  const isHome = exit <= lastKnown;
  to.removals.push({
    ...{
      removalId: `${child.childId}-M1`,
      childId: child.childId,
      entryDate: entry,
      exitDate: isHome ? exit : null,
      exitReason: isHome ? "reunification" : null,
    },
    ...{
      county: "Harbor",
      entryTransactionDate: addDays(entry, 6),
      exitTransactionDate: isHome ? addDays(exit, 9) : null,
    },
  });
}
