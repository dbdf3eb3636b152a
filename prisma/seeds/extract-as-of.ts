import type { RecordOf, RecordTable } from "~/domain/reports/extract-columns";
import type { AgencyKnows } from "./agency-knows";

type Child = { childId: string };
type Known = { [T in RecordTable]: RecordOf<T>[] };

const until = (date: string | null, asOf: string): string | null =>
  date !== null && date <= asOf ? date : null;
const dayOf = (time: string): string => time.slice(0, 10);

function reportsAsOf(reports: readonly RecordOf<"reports">[], asOf: string): RecordOf<"reports">[] {
  return reports
    .filter(({ reportDate }) => reportDate <= asOf)
    .map((report) => {
      const { firstContactAt, dispositionDate, disposition } = report;
      const decided = until(dispositionDate, asOf);
      return {
        ...report,
        firstContactAt: firstContactAt !== null && dayOf(firstContactAt) <= asOf ? firstContactAt : null,
        dispositionDate: decided,
        disposition: decided === null ? null : disposition,
      };
    });
}

/** By the day on which it was typed in: what happened in the last days stands in the next extract. */
function removalsAsOf(removals: readonly RecordOf<"removals">[], asOf: string): RecordOf<"removals">[] {
  return removals
    .filter(({ entryTransactionDate }) => until(entryTransactionDate, asOf) !== null)
    .map((removal) => {
      const typed = until(removal.exitTransactionDate, asOf);
      return typed === null
        ? { ...removal, exitDate: null, exitReason: null, exitTransactionDate: null }
        : removal;
    });
}

function untilClosed<T extends { endDate: string | null; startDate: string | null }>(
  rows: readonly T[],
  asOf: string,
): T[] {
  return rows
    .filter(({ startDate }) => until(startDate, asOf) !== null)
    .map((row) => ({ ...row, endDate: until(row.endDate, asOf) }));
}

/** What the agency knew on a day, as it would hand it over: the children of whom it knew something, and what it knew of them. */
export function extractAsOf(all: AgencyKnows, asOf: string): Known {
  const reports = reportsAsOf(all.reports, asOf);
  const removals = removalsAsOf(all.removals, asOf);
  const happened = { reports, removals, cases: untilClosed(all.cases, asOf) };
  const known = new Set(Object.values(happened).flatMap((rows) => rows.map(({ childId }: Child) => childId)));
  for (const [childId, since] of all.knownSince) if (since <= asOf) known.add(childId);
  const inCare = new Set(removals.map(({ removalId }) => removalId));
  return {
    ...happened,
    children: all.children.filter(({ childId }) => known.has(childId)),
    placements: all.placements.filter((one) => inCare.has(one.removalId) && one.startDate <= asOf),
    siblings: all.siblings.filter((one) => known.has(one.childId) && known.has(one.siblingChildId)),
    population: all.population.filter(({ year }) => year <= Number(asOf.slice(0, 4))),
    services: untilClosed(all.services, asOf),
    contacts: all.contacts.filter(({ contactAt }) => dayOf(contactAt) <= asOf),
  };
}
