import { Conflict, NotFound } from "~/domain/kernel/errors";
import type { Goal, GoalFramework } from "./goal-framework";
import { goalsOf } from "./goal-frameworks";
import type { FrameworkChange } from "./change-framework.schema";

type GoalChange = Extract<FrameworkChange, { kind: "goal" }>;

const withGoals = (body: GoalFramework, change: (goals: Goal[]) => Goal[]): GoalFramework => ({
  ...body,
  groups: body.groups
    .map((group) => ({ ...group, goals: change(group.goals) }))
    .filter(({ goals }) => goals.length > 0),
});

function ownId(body: GoalFramework): string {
  const taken = new Set(goalsOf(body).map(({ id }) => id));
  let n = 1;
  while (taken.has(`own-${n}`)) n += 1;
  return `own-${n}`;
}

function changed(goal: Goal, { plain, headline, supporting, balancing, statement }: GoalChange): Goal {
  const isOwn = goal.id.startsWith("own-");
  return { ...goal, plain, headline, supporting, balancing, ...(isOwn ? { statement } : {}) };
}

function added(body: GoalFramework, change: GoalChange): GoalFramework {
  const { statement, plain, headline, supporting, balancing } = change;
  const own: Goal = {
    ...{ id: ownId(body), statement, plain, headline, supporting, balancing },
    ...{ notTrackedBySource: false, published: null, note: null },
  };
  const last = body.groups.length - 1;
  return {
    ...body,
    groups: body.groups.map((group, i) => (i === last ? { ...group, goals: [...group.goals, own] } : group)),
  };
}

/** The goal one place up or down among its group's own; as it was at an end. */
function moved(goals: Goal[], id: string, by: number): Goal[] {
  const at = goals.findIndex((goal) => goal.id === id);
  const to = at + by;
  const [one, other] = [goals[at], goals[to]];
  if (!one || !other) return goals;
  return goals.map((goal, i) => (i === at ? other : i === to ? one : goal));
}

/**
 * The framework after a change. The source's own words of a goal never change; only an own goal's do. Throws NotFound for a
 * goal that is not in it, Conflict ("last_goal") for the last one.
 */
export function applyFrameworkChange(body: GoalFramework, change: FrameworkChange): GoalFramework {
  if (change.kind === "names") return { ...body, title: change.title };
  if (change.kind === "goal" && change.goal === "") return added(body, change);
  if (!goalsOf(body).some(({ id }) => id === change.goal)) throw new NotFound();
  if (change.kind === "goal")
    return withGoals(body, (goals) =>
      goals.map((goal) => (goal.id === change.goal ? changed(goal, change) : goal)),
    );
  if (change.kind === "order") return withGoals(body, (goals) => moved(goals, change.goal, change.by));
  if (goalsOf(body).length === 1) throw new Conflict("last_goal");
  return withGoals(body, (goals) => goals.filter(({ id }) => id !== change.goal));
}
