import * as measures from "../../../app/domain/measures/index.server";
import { defineRows } from "../authorization-matrix";

export default defineRows<{ runId: string }>({
  arrange: async ({ jurisdictionId }, owner) => {
    // The last run of a jurisdiction is the one that is shown: its organizations share it.
    const runId = jurisdictionId;
    await owner.query(
      `insert into measure_run (id, jurisdiction_id, parameters, data_through, started_at, finished_at, status)
       values ($1, $1, '{}', '2026-11-15', now(), now(), 'done') on conflict do nothing`,
      [runId],
    );
    return { runId };
  },
  rows: {
    startMeasureRun: { may: {}, untargeted: true, call: (ctx) => measures.startMeasureRun(ctx) },
    readMeasureExtract: { may: {}, untargeted: true, call: (ctx) => measures.readMeasureExtract(ctx).next() },
    finishMeasureRun: {
      may: {},
      untargeted: true,
      call: (ctx, { runId }) => measures.finishMeasureRun(ctx, { runId, items: [], counted: [] }),
    },
    failMeasureRun: {
      may: {},
      untargeted: true,
      call: (ctx, { runId }) => measures.failMeasureRun(ctx, { runId, error: "test" }),
    },
    withdrawMeasureRuns: {
      ...{ may: {}, untargeted: true },
      call: (ctx) => measures.withdrawMeasureRuns(ctx, { since: new Date() }),
    },
    listLinkedChildren: {
      may: { program_manager: "jurisdiction" },
      untargeted: true,
      call: (ctx) => measures.listLinkedChildren(ctx),
    },
    listMeasureResults: {
      may: { program_manager: "jurisdiction" },
      call: (ctx) => measures.listMeasureResults(ctx),
      sees: (run: Awaited<ReturnType<typeof measures.listMeasureResults>>) => (run ? [run.runId] : []),
      row: ({ runId }) => runId,
    },
  },
});
