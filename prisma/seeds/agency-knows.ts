import type { RecordOf, RecordTable } from "~/domain/reports/extract-columns";

/** The last day of the invented agency's last extract: it writes nothing of later days. */
export const lastKnown = "2026-11-15";

/** Everything that the invented agency ever writes down, by file; what becomes known later than a day is left out of that day's extract. */
export type AgencyKnows = { [T in RecordTable]: RecordOf<T>[] } & {
  /** Children of whom it knows without any report, by the day since when: those whom it referred. */
  knownSince: Map<string, string>;
};

export const knowsNothing = (): AgencyKnows => ({
  ...{ children: [], reports: [], removals: [], placements: [], siblings: [] },
  ...{ population: [], services: [], contacts: [], cases: [] },
  knownSince: new Map(),
});

/** A child as the agency follows it. `familySeed`: children of one family who are removed together draw the same homes. */
export type KnownChild = { childId: string; familyId: string; born: string; familySeed: number };
