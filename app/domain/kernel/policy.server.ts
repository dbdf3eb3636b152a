import { type Ability, type AbilityTuple, type RawRuleFrom, subject as asSubject } from "@casl/ability";
import { accessibleBy, createPrismaAbility } from "@casl/prisma/runtime";
import type { Actor } from "./actor";
import type { Ctx } from "./context";
import { Forbidden } from "./errors";
import { policyRules, systemReach } from "./policy-rules";
import type { SubjectName, Subjects } from "./policy-subjects";

type Conditions = Record<string, unknown>;
type AppAbility = Ability<AbilityTuple, Conditions>;
/** CASL types its answer by a generated client of another shape than ours; the shape is checked by the matrix test. */
const reachOf = accessibleBy as unknown as (
  ability: AppAbility,
  verb: string,
) => { ofType(subject: string): unknown };

/** No row at all. CASL's own answer, `{ OR: [] }`, is dropped by Prisma inside AND (prisma/orm#21856). */
const noRow = { id: { in: [] as string[] } };

function abilityFor(actor: Actor): AppAbility {
  const rules: RawRuleFrom<AbilityTuple, Conditions>[] = [];
  if (actor.kind === "system")
    rules.push({ action: "manage", subject: "all", conditions: systemReach(actor) });
  for (const rule of policyRules) {
    const conditions = rule.reach(actor);
    if (conditions) rules.push({ action: [...rule.verbs], subject: rule.subject, conditions });
  }
  return createPrismaAbility<AbilityTuple, Conditions>(rules);
}

function closed(where: unknown): unknown {
  const or = (where as { OR?: unknown[] }).OR;
  return Array.isArray(or) && or.length === 0 ? noRow : where;
}

/**
 * The gate: the rows of a table that the actor may reach with a verb, as a Prisma where for one row and for
 * lists alike. Throws Forbidden when no rule gives the actor the verb on that table at all.
 */
export function whereFor<S extends SubjectName>(
  ctx: Pick<Ctx, "actor">,
  verb: string,
  subject: S,
): Subjects[S] {
  const ability = abilityFor(ctx.actor);
  if (ability.rulesFor(verb, subject).length === 0) throw new Forbidden();
  return closed(reachOf(ability, verb).ofType(subject)) as Subjects[S];
}

/** Whether a role has the verb on a table at all; or, with a row, on that row. For what a page offers. */
export function can(ctx: Pick<Ctx, "actor">, verb: string, subject: SubjectName, row?: object): boolean {
  const ability = abilityFor(ctx.actor);
  return row ? ability.can(verb, asSubject(subject, { ...row })) : ability.can(verb, subject);
}
