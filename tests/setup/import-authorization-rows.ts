import type pg from "pg";
import {
  decideImportConflict,
  importDirectory,
  listImportConflicts,
  listImportRuns,
  markImportRun,
  readImportReport,
  startImportRun,
} from "../../app/domain/directory/index.server";
import type { Ctx } from "../../app/domain/kernel/context";
import { newId } from "../../app/domain/kernel/ids";
import { importTables } from "../../app/interop/hsds/import-tables";

export interface ImportTarget {
  runId: string;
  conflictId: string;
}

/** A run and a conflict of one scope. */
export async function arrangeImport(
  place: { jurisdictionId: string; serviceId: string },
  owner: pg.Pool,
): Promise<ImportTarget> {
  const run = await owner.query<{ id: string }>(
    `insert into import_run (id, jurisdiction_id, kind, source, started_at)
     values (gen_random_uuid(), $1, 'hsds', 'matrix', now()) returning id`,
    [place.jurisdictionId],
  );
  const conflict = await owner.query<{ id: string }>(
    `insert into import_conflict (id, jurisdiction_id, source, entity, entity_id, service_id, field, theirs, at)
     values (gen_random_uuid(), $1, 'matrix', 'service', $2, $2, 'alert', 'Theirs', now()) returning id`,
    [place.jurisdictionId, place.serviceId],
  );
  return { runId: run.rows[0]?.id ?? "", conflictId: conflict.rows[0]?.id ?? "" };
}

const may = { jurisdiction_admin: "jurisdiction" } as const;
const nothing = {
  source: "matrix",
  tables: importTables,
  copy: () => Promise.resolve(),
  whole: true,
  read: () => Promise.resolve(),
  progress: () => undefined,
};

/** Operations of imports: for the administrator alone. */
export const importOperations = {
  importDirectory: { may, untargeted: true, call: (ctx: Ctx) => importDirectory(ctx, nothing) },
  listImportRuns: { may, untargeted: true, call: (ctx: Ctx) => listImportRuns(ctx) },
  listImportConflicts: { may, untargeted: true, call: (ctx: Ctx) => listImportConflicts(ctx) },
  readImportReport: {
    may,
    call: (ctx: Ctx, { runId }: ImportTarget) => readImportReport(ctx, { id: runId }),
  },
  markImportRun: { may, call: (ctx: Ctx, { runId }: ImportTarget) => markImportRun(ctx, { id: runId }) },
  startImportRun: {
    may,
    untargeted: true,
    call: (ctx: Ctx) => startImportRun(ctx, { id: newId(), source: "matrix", fileName: "m.zip" }),
  },
  decideImportConflict: {
    may,
    call: (ctx: Ctx, { conflictId }: ImportTarget) =>
      decideImportConflict(ctx, { id: conflictId, decision: "ours" }),
  },
} as const;
