import { randomUUID } from "node:crypto";
import * as reports from "../../../app/domain/reports/index.server";
import { defineRows, insertRow } from "../authorization-matrix";

async function* noBatches(): AsyncGenerator<never> {}

const admin = { jurisdiction_admin: "jurisdiction" } as const;

export default defineRows<{ reportId: string; runId: string; waitingId: string }>({
  arrange: async (place, owner) => {
    const reportId = randomUUID();
    await insertRow(owner, "maltreatment_report", {
      ...{ id: randomUUID(), jurisdiction_id: place.jurisdictionId, report_id: reportId, child_id: "c1" },
      ...{ report_date: "2026-01-02", maltreatment_types: [], row_hash: "x" },
    });
    const run = async (state: string): Promise<string> => {
      const id = randomUUID();
      await insertRow(owner, "import_run", {
        ...{ id, jurisdiction_id: place.jurisdictionId, kind: "records", source: "test", state },
        started_at: new Date(),
      });
      return id;
    };
    return { reportId, runId: await run("done"), waitingId: await run("waiting") };
  },
  rows: {
    importRecords: {
      may: {},
      untargeted: true,
      call: (ctx) =>
        reports.importRecords(ctx, {
          ...{ source: "test", dataThrough: null, batches: noBatches() },
          refused: () => 0,
        }),
    },
    startRecordsRun: {
      ...{ may: admin, untargeted: true },
      call: (ctx) =>
        reports.startRecordsRun(ctx, { id: randomUUID(), source: "test", fileName: "test", asOf: "" }),
    },
    listRecordsRuns: {
      may: admin,
      call: (ctx) => reports.listRecordsRuns(ctx),
      sees: (runs: { id: string }[]) => runs.map(({ id }) => id),
      row: ({ runId }) => runId,
    },
    readRecordsRun: { may: admin, call: (ctx, { runId }) => reports.readRecordsRun(ctx, { id: runId }) },
    readRecordsRemarks: {
      may: admin,
      call: (ctx, { runId }) => reports.readRecordsRemarks(ctx, { id: runId }),
    },
    cancelRecordsRun: {
      may: admin,
      call: (ctx, { waitingId }) => reports.cancelRecordsRun(ctx, { id: waitingId }),
    },
    finishRecordsRun: {
      ...{ may: {}, untargeted: true },
      call: (ctx, { runId }) => reports.finishRecordsRun(ctx, { id: runId, report: {} }),
    },
    recordReportOrigins: { may: {}, untargeted: true, call: (ctx) => reports.recordReportOrigins(ctx) },
    listBlockedMeasures: { may: {}, untargeted: true, call: (ctx) => reports.listBlockedMeasures(ctx) },
    listReportOrigins: {
      may: {},
      untargeted: true,
      call: (ctx) => reports.listReportOrigins(ctx, "a test of who may"),
    },
    readReportSecret: {
      may: { intake_supervisor: "jurisdiction" },
      call: (ctx, { reportId }) => reports.readReportSecret(ctx, { reportId, reason: "a test of who may" }),
    },
  },
});
