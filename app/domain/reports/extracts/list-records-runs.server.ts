import { Prisma } from "~/db/generated/client";
import { lockIsFree } from "~/db/hold-lock.server";
import { type ImportProgress, progressOf } from "../../directory/import/import-progress";
import { dateOf } from "../../kernel/calendar";
import type { Ctx } from "../../kernel/context";
import { NotFound } from "../../kernel/errors";
import { isId } from "../../kernel/ids";
import { whereFor } from "../../kernel/index.server";
import type { RecordTable } from "../extract-columns";
import type { ExtractLack } from "../extract-origin";
import type { Jump } from "./extract-jumps";
import type { CheckedQuality } from "./quality-checks";

/** Rows of one file of an extract, and what became of them. */
export type TableCounts = Record<"given" | "refused" | "imported" | "updated" | "unchanged", number>;

export type RecordsRun = {
  id: string;
  source: string;
  fileName: string | null;
  startedAt: Date;
  /** waiting, running, cancelling, done, failed, withdrawn, or aborted: whoever read it has died. */
  state: string;
  /** cancelled, aborted, fault, not_in_time, or why in words. */
  failure: string | null;
  progress: ImportProgress | null;
  /** Who asked on a page; null for a command or the watched folder. */
  askedBy: string | null;
  takenBy: string | null;
  asOf: string | null;
  rejected: number;
  warnings: number;
  /** Null until it was taken. */
  extract: {
    number: number;
    format: string;
    files: { name: string; bytes: number; sha256: string }[];
    counts: Partial<Record<RecordTable, TableCounts>>;
    completeness: Partial<Record<RecordTable, Record<string, number>>>;
    lacks: ExtractLack[];
    checks: CheckedQuality[];
    jumps: Jump[];
    /** What people decided about it, oldest first. */
    decisions: { kind: "approved" | "withdrawn"; reason: string; byName: string | null; at: string }[];
  } | null;
};

type Extract = NonNullable<RecordsRun["extract"]>;
type Row = Omit<RecordsRun, "asOf" | "extract" | "progress"> & {
  progress: unknown;
  asOf: Date | null;
  number: number | null;
} & Omit<Extract, "number">;

function toRun(row: Row): RecordsRun {
  const { number, format, files, counts, completeness, lacks, checks, jumps, decisions, ...run } = row;
  const said = { format, files, counts, completeness, lacks, checks, jumps, decisions };
  return {
    ...run,
    progress: progressOf(run.progress),
    asOf: run.asOf && dateOf(run.asOf),
    extract: number === null ? null : { number, ...said },
  };
}

const findRuns = (ctx: Ctx, more: Prisma.Sql): Promise<Row[]> => ctx.tx.$queryRaw<Row[]>`
  select r.id, r.source, r.file_name as "fileName", r.started_at as "startedAt", r.failure, r.progress,
    case when r.state in ('running', 'cancelling') and ${lockIsFree(Prisma.sql`r.id::text`)} then 'aborted' else r.state end as state,
    (select u.name from "user" u where u.id::text = r.started_by_id::text) as "askedBy", e.taken_by as "takenBy",
    coalesce(e.as_of, r.as_of) as "asOf", e.number, e.format, e.files, e.counts, e.completeness, e.lacks,
    e.checks, e.jumps, coalesce((select jsonb_agg(jsonb_build_object('kind', v.kind, 'reason', v.reason, 'byName', v.by_name, 'at', v.at)
      order by v.at) from agency_extract_event v where v.import_run_id = r.id), '[]') as decisions,
    coalesce((select sum((value ->> 'refused')::int) from jsonb_each(e.counts)), 0)::int as rejected,
    coalesce(jsonb_array_length(r.report -> 'warnings'), 0)::int as warnings
  from import_run r left join agency_extract e on e.import_run_id = r.id
  where r.jurisdiction_id = ${ctx.actor.jurisdictionId}::uuid and r.kind = 'records' and ${more}
  order by r.started_at desc, e.number desc, r.id desc limit 50`;

/** The last fifty imports of the agency's records, newest first, whatever became of them. Throws Forbidden. */
export async function listRecordsRuns(ctx: Ctx): Promise<RecordsRun[]> {
  whereFor(ctx, "list", "AgencyExtract");
  return (await findRuns(ctx, Prisma.sql`true`)).map(toRun);
}

/** One import of records. Throws Forbidden, NotFound. */
export async function readRecordsRun(ctx: Ctx, input: { id: string }): Promise<RecordsRun> {
  whereFor(ctx, "read", "AgencyExtract");
  const [row] = isId(input.id) ? await findRuns(ctx, Prisma.sql`r.id = ${input.id}::uuid`) : [];
  if (!row) throw new NotFound();
  return toRun(row);
}
