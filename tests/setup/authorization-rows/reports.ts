import { randomUUID } from "node:crypto";
import * as reports from "../../../app/domain/reports/index.server";
import { defineRows, insertRow } from "../authorization-matrix";

async function* noBatches(): AsyncGenerator<never> {}

const admin = { jurisdiction_admin: "jurisdiction" } as const;

/** Organizations of one jurisdiction share its numbers. */
const numberOf = (id: string): number => parseInt(id.slice(0, 7), 16);

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
    const runId = await run("done");
    await insertRow(owner, "agency_extract", {
      ...{
        id: randomUUID(),
        jurisdiction_id: place.jurisdictionId,
        number: numberOf(runId),
        import_run_id: runId,
      },
      ...{
        format: "csv",
        source: "test",
        taken_at: new Date(),
        files: "[]",
        counts: "{}",
        completeness: "{}",
      },
      ...{ lacks: "[]", jumps: JSON.stringify([{ kind: "rows" }]) },
    });
    return { reportId, runId, waitingId: await run("waiting") };
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
    approveExtract: {
      may: admin,
      call: (ctx, { runId }) => reports.approveExtract(ctx, { id: runId, reason: "a test of who may" }),
    },
    withdrawExtract: {
      may: admin,
      call: (ctx, { runId }) => reports.withdrawExtract(ctx, { id: runId, reason: "a test of who may" }),
    },
    findHeldExtract: {
      ...{ may: { ...admin, program_manager: "jurisdiction" } as const, untargeted: true },
      call: (ctx) => reports.findHeldExtract(ctx),
    },
    countExpiredRecords: { may: admin, untargeted: true, call: (ctx) => reports.countExpiredRecords(ctx) },
    forgetExpiredRecords: {
      ...{ may: {}, untargeted: true },
      call: (ctx) => reports.forgetExpiredRecords(ctx, { most: 10 }),
    },
    rebuildRecords: { may: {}, untargeted: true, call: (ctx) => reports.rebuildRecords(ctx) },
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
