import type { z } from "zod";
import type { Ctx } from "~/domain/kernel/context";
import { Conflict, Invalid, NotFound } from "~/domain/kernel/errors";
import { newId } from "~/domain/kernel/ids";
import { recordAudit, whereFor } from "~/domain/kernel/index.server";
import { parseInput } from "~/domain/kernel/parse-input";
import { listMeasureResults } from "~/domain/measures/index.server";
import { findMeasureSpec } from "~/domain/measures/measure-registry";
import { asColumn } from "../kernel/calendar";
import { exactValue, untold } from "./change-between";
import { findAdopted } from "./find-adopted.server";
import { goalsOf } from "./goal-frameworks";
import { unitOf } from "./judge-target";
import { measuresOfGoal, ownResults } from "./measures-of-goals";
import { setTargetSchema } from "./set-target.schema";
import { madeById } from "./write-framework-version.server";

type Typed = z.output<typeof setTargetSchema>;
type Baseline = {
  baselineFrom: Date | null;
  baselineTo: Date | null;
  baselineValue: number | null;
  baselineNumerator: number | null;
  baselineDenominator: number | null;
};
const none: Baseline = {
  ...{ baselineFrom: null, baselineTo: null, baselineValue: null },
  ...{ baselineNumerator: null, baselineDenominator: null },
};

/** What another source says: period and value, whole. */
function typedBaseline({ baselineFrom, baselineTo, baselineValue }: Typed): Baseline {
  const missing = Object.entries({ baselineFrom, baselineTo, baselineValue }).filter(([, v]) => v === null);
  if (missing.length > 0)
    throw new Invalid(Object.fromEntries(missing.map(([field]) => [field, ["required"]])));
  if (baselineFrom! > baselineTo!) throw new Invalid({ baselineTo: ["ends_before"] });
  return {
    ...none,
    ...{ baselineFrom: asColumn(baselineFrom!), baselineTo: asColumn(baselineTo!), baselineValue },
  };
}

/** A result as it is shown: what is hidden, too early or blocked is nobody's baseline. */
async function storedBaseline(ctx: Ctx, { measure, baseline }: Typed): Promise<Baseline> {
  const run = await listMeasureResults(ctx);
  const found = ownResults(run?.results ?? [], measure).find(({ period }) => period.join("..") === baseline);
  if (!found || untold(found) !== null) throw new Invalid({ baseline: ["baseline_untold"] });
  return {
    ...{ baselineFrom: asColumn(found.period[0]), baselineTo: asColumn(found.period[1]) },
    baselineValue: exactValue(found),
    ...{ baselineNumerator: found.numerator, baselineDenominator: found.denominator },
  };
}

async function baselineOf(ctx: Ctx, typed: Typed): Promise<Baseline> {
  if (typed.baseline === "typed") return typedBaseline(typed);
  if (typed.baseline !== "none") return storedBaseline(ctx, typed);
  if (typed.kind !== "threshold") throw new Invalid({ baseline: ["baseline_needed"] });
  return none;
}

async function endOpen(ctx: Ctx, { framework, goal, measure, replaces }: Typed): Promise<void> {
  const reach = whereFor(ctx, "write", "GoalTarget");
  const open = { AND: [reach, { framework, goal, measure, endedAt: null }] };
  const now = await ctx.tx.goalTarget.findFirst({ where: open, select: { id: true } });
  if ((now?.id ?? "") !== replaces) throw new Conflict("target_changed");
  if (!now) return;
  const { count } = await ctx.tx.goalTarget.updateMany({
    where: { AND: [reach, { id: now.id, endedAt: null }] },
    data: { endedAt: ctx.clock.now() },
  });
  if (count === 0) throw new Conflict("target_changed");
}

/**
 * Sets what a goal's measure is to reach, in place of the open target if there is one; answers its id. Throws Forbidden,
 * NotFound, Invalid (by field), Conflict ("target_changed").
 */
export async function setTarget(ctx: Ctx, input: z.input<typeof setTargetSchema>): Promise<{ id: string }> {
  whereFor(ctx, "write", "GoalTarget");
  const typed = parseInput(setTargetSchema, input);
  const { framework, goal, measure, kind, way, value, source } = typed;
  const { body } = await findAdopted(ctx, { framework });
  const found = goalsOf(body).find(({ id }) => id === goal);
  if (!found) throw new NotFound();
  const spec = findMeasureSpec(measure);
  if (!spec || !measuresOfGoal(found).includes(measure)) throw new Invalid({ measure: ["no_such_measure"] });
  const baseline = await baselineOf(ctx, typed);
  await endOpen(ctx, typed);
  const at = ctx.clock.now();
  const id = newId(at);
  await ctx.tx.goalTarget.createMany({
    data: {
      ...{ id, jurisdictionId: ctx.actor.jurisdictionId, framework, goal, measure, kind, way, value, source },
      ...{ definitionVersion: spec.version, unit: unitOf(spec), byDay: asColumn(typed.byDay) },
      ...{ ...baseline, createdAt: at, createdById: madeById(ctx) },
    },
  });
  await recordAudit(ctx, {
    ...{ event: typed.replaces ? "target.changed" : "target.set", entity: "GoalTarget", entityId: id },
    reason: `${framework} ${goal} ${measure}: ${kind} ${way} ${value} by ${typed.byDay}`,
  });
  return { id };
}
