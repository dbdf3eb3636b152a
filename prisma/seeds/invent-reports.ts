import { addDays } from "~/domain/kernel/calendar";
import { drawFrom } from "./chance";
import type { AgencyKnows, KnownChild } from "./agency-knows";
import { inventCasework } from "./invent-casework";

export type Told = { reportId: string; date: string; disposition: string; isScreenedIn: boolean };

/** How an answer was asked for, and in how many days the worker came. */
function drawResponse(next: () => number) {
  const isImmediate = next() < 0.15;
  const days = isImmediate ? Math.floor(next() * 1.15) : 1 + Math.floor(next() * 11);
  return { responseType: isImmediate ? "immediate" : "10_day", days };
}

/** A report of a child with what the agency did about it. */
export function inventReport(to: AgencyKnows, child: KnownChild, told: Told, next: () => number): void {
  const { reportId, date, disposition, isScreenedIn } = told;
  const { childId } = child;
  const { responseType, days } = drawResponse(next);
  const firstContactAt = isScreenedIn ? `${addDays(date, days)}T14:00:00` : null;
  const kind = drawFrom(
    [
      [["neglect"], 0.6],
      [["physical"], 0.14],
      [["neglect", "physical"], 0.12],
      [["psychological"], 0.08],
      [["sexual"], 0.06],
    ] as const,
    next(),
  );
  to.reports.push({
    ...{ reportId, childId, reportDate: date, incidentDate: addDays(date, -2) },
    ...{ screenDecision: isScreenedIn ? "screened_in" : "screened_out" },
    ...{ responseType: isScreenedIn ? responseType : "evaluated_out", receivedAt: `${date}T10:15:00` },
    ...{ firstContactAt, disposition: isScreenedIn ? disposition : null },
    ...{ dispositionDate: isScreenedIn ? addDays(date, 38) : null, maltreatmentTypes: [...kind] },
    ...{ perpRelation: null, fatality: false, reporter: null, narrative: null },
  });
  if (firstContactAt === null) return;
  const contact = { childId, kind: "response", method: "in_person", inResidence: true };
  if (days > 1 && next() < 0.25)
    to.contacts.push({ ...contact, contactAt: `${addDays(date, days - 1)}T10:00:00`, status: "attempted" });
  to.contacts.push({ ...contact, contactAt: firstContactAt, status: "completed" });
  if (disposition === "substantiated") inventCasework(to, childId, addDays(date, 38), next);
}
