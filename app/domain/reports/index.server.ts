export { importRecords } from "./import-records.server";
export { listBlockedMeasures } from "./list-blocked-measures.server";
export { listReportOrigins } from "./list-report-origins.server";
export { readReportSecret } from "./read-report-secret.server";
export { recordReportOrigins } from "./record-report-origins.server";
