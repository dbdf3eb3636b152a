export { listGoals } from "./list-goals.server";
export { readGoal } from "./read-goal.server";
export { freezeReport } from "./board-reports/freeze-report.server";
export { listReports } from "./board-reports/list-reports.server";
export { readReport } from "./board-reports/read-report.server";
