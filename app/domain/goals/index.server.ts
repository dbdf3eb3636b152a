export { listGoals } from "./list-goals.server";
export { readGoal } from "./read-goal.server";
