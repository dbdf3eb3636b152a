export { failMeasureRun } from "./fail-measure-run.server";
export { finishMeasureRun } from "./finish-measure-run.server";
export { listLinkedChildren } from "./list-linked-children.server";
export { listMeasureResults } from "./list-measure-results.server";
export { readMeasureExtract } from "./read-measure-extract.server";
export { startMeasureRun } from "./start-measure-run.server";
export { withdrawMeasureRuns } from "./withdraw-measure-runs.server";
