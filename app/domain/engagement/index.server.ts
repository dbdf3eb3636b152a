export { correctEnrollment } from "./correct-enrollment.server";
export { endEnrollment } from "./end-enrollment.server";
export { enrollFamily } from "./enroll-family.server";
export { listTakingPart } from "./list-taking-part.server";
export { readEnrollment } from "./read-enrollment.server";
export { recordSession } from "./record-session.server";
export { undoEnrollment } from "./undo-enrollment.server";
