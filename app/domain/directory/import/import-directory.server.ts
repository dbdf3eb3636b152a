import { createHash } from "node:crypto";
import type { CopyRows } from "~/db/copy-rows.server";
import type { Prisma } from "~/db/generated/client";
import { sendJob } from "~/db/job-queue.server";
import { recordAudit, whereFor } from "../../kernel/index.server";
import type { Ctx } from "../../kernel/context";
import { newId } from "../../kernel/ids";
import {
  deriveLanguages,
  deriveNeeds,
  derivePoints,
  deriveSlugs,
  nameTaxonomies,
} from "./derive-facts.server";
import { finishListings } from "./finish-listings.server";
import { forgetHiddenPlaces, hidePlaces } from "./hide-places.server";
import { holdImported } from "./hold-imported.server";
import { keepHeldOwners } from "./keep-held-owners.server";
import { markImported } from "./mark-imported.server";
import type { ImportProgress } from "./import-progress";
import type { ImportReport, ImportTable } from "./import-table";
import { findConfirmed } from "./keep-confirmed.server";
import { openImport, type OpenImport } from "./open-import.server";
import { refuseOtherAddressees } from "./refuse-other-addressees.server";
import { resolveRows } from "./resolve-rows.server";
import type { Stage } from "./import-stage";
import { openStage } from "./stage-rows.server";
import { withdrawLeft, welcomeBack } from "./withdraw-left.server";
import { writeMetadata } from "./write-metadata.server";
import { writeRows } from "./write-rows.server";

export interface DirectoryImport {
  source: string;
  /** The run's own row, when it was begun before (an upload); else one is made. */
  runId?: string;
  tables: readonly ImportTable[];
  copy: CopyRows;
  /** JSON repeats a row under each of its parents. */
  nested?: boolean;
  /** The source is whole: what it does not hold has left it. */
  whole: boolean;
  read: (stage: Stage) => Promise<void>;
  progress: (words: string) => void;
  /** Bytes of the source, for saying what share of it is read. */
  size?: number;
  /** Hears how far it is; called often. */
  watch?: (at: ImportProgress) => void;
}

/** So many new rows change how large the directory is; fewer are told to the planner by PostgreSQL itself, a minute later. */
const manyRows = 1_000;

/** One import of a source at a time. */
async function lockSource(ctx: Ctx, source: string): Promise<void> {
  const lock = createHash("sha1").update(`${ctx.actor.jurisdictionId}:${source}`).digest().readInt32BE();
  await ctx.tx.$queryRaw`select pg_advisory_xact_lock(7310220, ${lock}::int)::text`;
}

async function writeTables(work: OpenImport): Promise<void> {
  const counts = [...work.tables.values()].map(({ name }) => `(select count(*) from f_${name})`).join(" + ");
  const of = (await work.sql<{ count: number }>(`select (${counts})::int as count`))[0]?.count ?? 0;
  let done = 0;
  for (const table of work.tables.values()) {
    if (table.name === "metadata") continue;
    work.tell("writing", done, of);
    done += await writeRows(work, table);
  }
}

/** What is written is counted before it is asked of its texts and places, and again with what search reads. */
async function countAnew(work: OpenImport): Promise<void> {
  const imported = Object.values(work.report.imported).reduce((sum, count) => sum + count, 0);
  if (imported > manyRows) await work.sql("select count_directory_anew()::text");
}

async function keepRun(work: OpenImport, startedAt: Date): Promise<void> {
  const { ctx, source, runId } = work;
  const done = {
    finishedAt: ctx.clock.now(),
    report: work.report as unknown as Prisma.InputJsonObject,
  };
  await ctx.tx.importRun.upsert({
    where: { id: runId, jurisdictionId: ctx.actor.jurisdictionId },
    create: { id: runId, jurisdictionId: ctx.actor.jurisdictionId, kind: "hsds", source, startedAt, ...done },
    update: done,
  });
  await recordAudit(ctx, { event: "directory.imported", entity: "ImportRun", entityId: runId });
  // Looks for duplicates after the commit, in the worker: it takes seconds.
  await sendJob(ctx.tx, "directory-upkeep", { jurisdictionId: ctx.actor.jurisdictionId });
}

/**
 * Takes one source into the directory, in the caller's transaction: its rows are gathered by COPY, given our ids and keys,
 * checked, and put in place by statements over whole tables. A row that cannot be taken is in the report with file, line and
 * reason; what a provider has confirmed or edited stays and is listed as a conflict; what left a whole source is withdrawn.
 * The same source twice changes nothing. Throws Forbidden, and whatever `read` throws; then nothing is taken.
 */
export async function importDirectory(ctx: Ctx, input: DirectoryImport): Promise<ImportReport> {
  whereFor(ctx, "import", "Service");
  await lockSource(ctx, input.source);
  const startedAt = ctx.clock.now();
  const work = await openImport(ctx, {
    ...input,
    nested: input.nested ?? false,
    runId: input.runId ?? newId(startedAt),
  });
  // Statistics of what this transaction writes are not there yet: left alone, the planner would loop over whole tables.
  await work.sql(
    `select set_config('enable_nestloop', 'off', true), set_config('work_mem', '96MB', true), set_config('jit', 'off', true),
       set_config('default_statistics_target', '10', true)`,
  );
  const { stage, finish } = openStage(work);
  await input.read(stage);
  await finish();
  work.progress("checking what points where");
  work.tell("comparing");
  await resolveRows(work);
  await keepHeldOwners(work);
  await refuseOtherAddressees(work);
  await hidePlaces(work);
  await derivePoints(work);
  await nameTaxonomies(work);
  await deriveNeeds(work);
  await deriveLanguages(work);
  await deriveSlugs(work);
  await findConfirmed(work);
  await work.sql("create temp table touched (id uuid, modified boolean) on commit drop");
  await writeTables(work);
  await writeMetadata(work);
  await countAnew(work);
  await forgetHiddenPlaces(work);
  await welcomeBack(work);
  if (input.whole) await withdrawLeft(work);
  await holdImported(work);
  await markImported(work);
  await finishListings(work);
  await countAnew(work);
  for (const notes of [work.report.rejected, work.report.warnings])
    notes.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : (a.line ?? 0) - (b.line ?? 0)));
  await keepRun(work, startedAt);
  return work.report;
}
