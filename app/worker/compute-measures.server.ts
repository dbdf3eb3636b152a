import { rm } from "node:fs/promises";
import path from "node:path";
import { runAnalysis } from "~/analysis/run-analysis.server";
import { writeExtract } from "~/analysis/write-extract.server";
import { inTransaction } from "~/db/transaction.server";
import type { SystemActor } from "~/domain/kernel/actor";
import { systemClock, type Clock } from "~/domain/kernel/clock";
import type { Ctx } from "~/domain/kernel/context";
import { inMilliseconds } from "~/domain/kernel/durations";
import {
  failMeasureRun,
  finishMeasureRun,
  readMeasureExtract,
  startMeasureRun,
} from "~/domain/measures/index.server";
import type { HeldExtract } from "~/domain/reports/extracts/held-extract";
import { findHeldExtract } from "~/domain/reports/index.server";
import { env } from "~/env.server";

export type ComputedMeasures = { runId: string; dataThrough: string; results: number; seconds: number };

/**
 * Computes every tracked measure of a jurisdiction: rows out of PostgreSQL into Parquet in data/analysis/<run>, counted in
 * a DuckDB process, kept as an immutable run. The folder goes when the run is over, whatever its end. Nothing slow happens
 * inside a transaction that holds a lock: reading, counting and keeping are three. Nothing is computed while an extract is
 * held: then answers which, and the numbers stay those of before.
 */
export async function computeMeasures(
  jurisdictionId: string,
  clock: Clock = systemClock,
): Promise<ComputedMeasures | HeldExtract> {
  const actor: SystemActor = { kind: "system", name: "compute-measures", jurisdictionId };
  const as = <T>(run: (ctx: Ctx) => Promise<T>): Promise<T> =>
    inTransaction({ jurisdictionId, actorId: actor.name }, (tx) => run({ actor, tx, clock }), {
      timeout: inMilliseconds({ hours: 1 }),
    });
  const held = await as(findHeldExtract);
  if (held) return held;
  const { runId, dataThrough, items } = await as(startMeasureRun);
  const folder = path.resolve(env().DATA_FOLDER, "analysis", runId);
  try {
    const files = await as((ctx) => writeExtract(folder, readMeasureExtract(ctx)));
    const counted = await runAnalysis({ files, parquetFolder: folder, dataThrough, items });
    const { answers, seconds, unreadable } = counted;
    if (unreadable.length > 0)
      throw new Error(`cannot be read: ${unreadable.map((one) => `${one.table}.${one.column}`).join(", ")}`);
    await as((ctx) => finishMeasureRun(ctx, { runId, items, counted: answers }));
    return {
      runId,
      dataThrough,
      results: answers.reduce((sum, answer) => sum + answer.rows.length, 0),
      seconds,
    };
  } catch (error) {
    await as((ctx) =>
      failMeasureRun(ctx, { runId, error: error instanceof Error ? error.message : "unknown" }),
    );
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
