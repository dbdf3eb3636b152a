import type { JumpLimits } from "../../organizations/records-settings";

/** What is compared of two extracts of one form: by table the rows that were given, by column how complete they were. */
export type ExtractFigures = {
  format: string;
  counts: Readonly<Record<string, { given: number }>>;
  completeness: Readonly<Record<string, Readonly<Record<string, number>>>>;
};
/** Children of the last extract, and how many of them are given again. */
export type IdsMet = { before: number; met: number };

/** Something that differs from the last extract by more than the limit; shares 0 to 1, rows as they are. */
export type Jump = {
  kind: "rows" | "missing" | "completeness" | "ids";
  table: string;
  column: string | null;
  before: number;
  now: number;
  limit: number;
};

/** "NCANDS Child File, 312 characters a line": the same form in another width. */
export const formOf = (format: string): string => format.split(",")[0] ?? format;

function idsLimit(format: string, limits: JumpLimits): number {
  if (format.startsWith("NCANDS")) return limits.idsMetNcands;
  return format.startsWith("AFCARS") ? limits.idsMetAfcars : limits.idsMetCsv;
}

function compareTable(
  table: string,
  before: ExtractFigures,
  now: ExtractFigures,
  limits: JumpLimits,
): Jump[] {
  const [was, is] = [before.counts[table]?.given ?? 0, now.counts[table]?.given ?? 0];
  if (was < limits.leastRows) return [];
  if (!now.counts[table])
    return [{ kind: "missing", table, column: null, before: was, now: 0, limit: limits.leastRows }];
  const jumps: Jump[] = [];
  const told = { kind: "rows" as const, table, column: null, before: was, now: is };
  if (is < was * (1 - limits.rowsFall)) jumps.push({ ...told, limit: limits.rowsFall });
  if (is > was * (1 + limits.rowsRise)) jumps.push({ ...told, limit: limits.rowsRise });
  const columns = now.completeness[table] ?? {};
  for (const [column, share] of Object.entries(before.completeness[table] ?? {})) {
    const then = columns[column];
    if (then === undefined || is < limits.leastRows || share - then <= limits.completenessFall) continue;
    const limit = limits.completenessFall;
    jumps.push({ kind: "completeness", table, column, before: share, now: then, limit });
  }
  return jumps;
}

/** Where an extract differs from the last one of its form by more than the limits; none for the first. */
export function findJumps(
  before: ExtractFigures | null,
  now: ExtractFigures,
  ids: IdsMet | null,
  limits: JumpLimits,
): Jump[] {
  if (!before) return [];
  const jumps = Object.keys(before.counts).flatMap((table) => compareTable(table, before, now, limits));
  const limit = idsLimit(now.format, limits);
  if (ids && ids.before >= limits.leastRows && ids.met < limit * ids.before)
    jumps.push({
      ...{ kind: "ids", table: "children", column: "child_id" },
      ...{ before: 1, now: ids.met / ids.before, limit },
    });
  return jumps;
}
