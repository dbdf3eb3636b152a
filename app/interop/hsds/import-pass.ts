import { createHash } from "node:crypto";
import type { SourceRow, SourceTableName } from "~/domain/directory/source-tables";
import { type beginImport, importRows } from "~/domain/directory/index.server";
import type { Ctx } from "~/domain/kernel/context";
import { type ImportNote, type ImportReport, emptyReport } from "./import-report";
import type { FileRow, OhanaFile } from "./ohana-files";
import { sourceIds } from "./source-id";
import type { SurveyedPlaces } from "./survey-places";

type Kept = Awaited<ReturnType<typeof beginImport>>;

/** What every table of one import shares: ids, what was taken so far, and the report. */
export interface ImportPass {
  ctx: Ctx;
  source: string;
  idOf: (table: string, id: string) => string;
  kept: Kept;
  places: SurveyedPlaces;
  report: ImportReport;
  /** Source ids taken, by file, for the checks of what points at what. */
  taken: Map<OhanaFile, Set<string>>;
  /** The organization of each location, and the location of each service, as source ids. */
  organizationOf: Map<string, string>;
  /** Need codes of each service, from its categories. */
  needsOf: Map<string, string[]>;
  progress: (words: string) => void;
}

export function newPass(ctx: Ctx, source: string, kept: Kept, progress: ImportPass["progress"]): ImportPass {
  return {
    ctx,
    source,
    idOf: sourceIds(ctx.actor.jurisdictionId, source),
    kept,
    places: { hidden: new Set(), zips: new Map(), withStreet: new Set() },
    report: emptyReport(),
    taken: new Map(),
    organizationOf: new Map(),
    needsOf: new Map(),
    progress,
  };
}

export const hashOfRow = (row: FileRow, extra = ""): string =>
  createHash("sha1").update(JSON.stringify(row.values)).update(extra).digest("hex");

export function wasTaken(pass: ImportPass, file: OhanaFile, id: string | undefined): boolean {
  return pass.taken.get(file)?.has(id ?? "") ?? false;
}

/** A row's answer: what to write, a note to refuse it, or nothing for a row that stays as people have left it. */
export type Mapped = { write: SourceRow } | { refuse: Omit<ImportNote, "file" | "line"> } | { keep: true };

const batch = 500;

/** Takes one file into one table, in batches: refuses ids that are missing or come twice, then what the mapping refuses. */
export async function takeFile(
  pass: ImportPass,
  file: OhanaFile,
  table: SourceTableName,
  rows: AsyncIterable<FileRow>,
  map: (row: FileRow, id: string) => Mapped,
): Promise<void> {
  const seen = new Set<string>();
  const taken = pass.taken.get(file) ?? new Set<string>();
  pass.taken.set(file, taken);
  let waiting: SourceRow[] = [];
  let count = 0;
  for await (const row of rows) {
    const id = (row.values["id"] ?? "").trim();
    const mapped: Mapped =
      id === ""
        ? refusal("id", "no id", "no_id")
        : seen.has(id)
          ? refusal("id", `id ${id.slice(0, 40)} came before`, "duplicate_id")
          : map(row, id);
    seen.add(id);
    if ("refuse" in mapped) {
      pass.report.rejected.push({ file: `${file}.csv`, line: row.line, ...mapped.refuse });
      continue;
    }
    taken.add(id);
    if ("keep" in mapped) countRows(pass, table, { imported: 0, updated: 0, unchanged: 1 });
    else waiting.push(mapped.write);
    if (waiting.length >= batch) {
      await writeRows(pass, table, waiting);
      waiting = [];
    }
    count += 1;
    if (count % 5000 === 0) pass.progress(`${file}: ${count} rows`);
  }
  await writeRows(pass, table, waiting);
  pass.progress(`${file}: ${count} rows taken`);
}

export const refusal = (
  column: string | null,
  reason: string,
  code: string,
): { refuse: Omit<ImportNote, "file" | "line"> } => ({
  refuse: { column, reason, code },
});

export function warn(
  pass: ImportPass,
  file: OhanaFile,
  row: FileRow,
  column: string | null,
  reason: string,
  code: string,
): void {
  pass.report.warnings.push({ file: `${file}.csv`, line: row.line, column, reason, code });
}

function countRows(
  pass: ImportPass,
  table: string,
  counts: { imported: number; updated: number; unchanged: number },
): void {
  for (const kind of ["imported", "updated", "unchanged"] as const) {
    pass.report[kind][table] = (pass.report[kind][table] ?? 0) + counts[kind];
  }
}

/** Writes rows of one table and counts them. */
export async function writeRows(pass: ImportPass, table: SourceTableName, rows: SourceRow[]): Promise<void> {
  countRows(
    pass,
    table,
    rows.length ? await importRows(pass.ctx, { table, rows }) : { imported: 0, updated: 0, unchanged: 0 },
  );
}
