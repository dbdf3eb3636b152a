import boston from "./frameworks/boston-partnership.json";
import california from "./frameworks/ca-outcomes.json";
import philadelphia from "./frameworks/phl-ioc.json";
import thriving from "./frameworks/thriving-families.json";
import { goalFrameworkSchema, type Goal, type GoalFramework } from "./goal-framework";

/** Versioned data in files, which a jurisdiction adopts a copy of. A changed wording or measure is a new version. */
export const goalFrameworks: readonly GoalFramework[] = [philadelphia, california, thriving, boston].map(
  (file) => goalFrameworkSchema.parse(file),
);

export function findFramework(id: string): GoalFramework | undefined {
  return goalFrameworks.find((framework) => framework.id === id);
}

export function goalsOf(framework: GoalFramework): Goal[] {
  return framework.groups.flatMap((group) => group.goals);
}
