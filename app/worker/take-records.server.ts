import type { Ctx } from "~/domain/kernel/context";
import { readSettings } from "~/domain/organizations/index.server";
import { readRecordsRun } from "~/domain/reports/index.server";
import { UnusableFile } from "~/interop/csv/read-csv-lines";
import { besideImport } from "./beside-import.server";
import { runRecords } from "./run-records.server";

export type TakenRecords = { runId: string; jurisdictionId: string };

const readRun = async (ctx: Ctx, id: string) => ({
  ...(await readRecordsRun(ctx, { id })),
  timeZone: (await readSettings(ctx)).timeZone,
});
export const hasEnded = (state: string): boolean => ["done", "failed", "withdrawn"].includes(state);

/** Reads an extract whose run and files are there; what cannot be used is said by the run. */
export async function takeRecords({ runId, jurisdictionId }: TakenRecords, where: string): Promise<void> {
  const run = await besideImport(jurisdictionId, (ctx) => readRun(ctx, runId));
  if (hasEnded(run.state)) return;
  const { source, asOf, timeZone } = run;
  try {
    await runRecords({ runId, jurisdictionId, where, source, asOf, timeZone });
  } catch (error) {
    if (!(error instanceof UnusableFile)) throw error;
  }
}
