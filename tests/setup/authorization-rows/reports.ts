import { randomUUID } from "node:crypto";
import * as reports from "../../../app/domain/reports/index.server";
import { defineRows, insertRow } from "../authorization-matrix";

async function* noBatches(): AsyncGenerator<never> {}

export default defineRows<{ reportId: string }>({
  arrange: async (place, owner) => {
    const reportId = randomUUID();
    await insertRow(owner, "maltreatment_report", {
      ...{ id: randomUUID(), jurisdiction_id: place.jurisdictionId, report_id: reportId, child_id: "c1" },
      ...{ report_date: "2026-01-02", maltreatment_types: [], row_hash: "x" },
    });
    return { reportId };
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
