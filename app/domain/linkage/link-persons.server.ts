import type { Ctx } from "~/domain/kernel/context";
import { newId } from "~/domain/kernel/ids";
import { recordAudit, whereFor } from "~/domain/kernel/index.server";
import type { UnlinkedReason } from "./agree-exactly";
import { pairKey } from "./pair-key";
import { exactRule, planExactLinks } from "./plan-exact-links.server";
import { readDecisions } from "./read-decisions.server";
import { writeLinks, type LinkChange } from "./write-links.server";

export type LinkCounts = {
  persons: number;
  linked: number;
  unlinked: number;
  added: number;
  withdrawn: number;
} & Record<UnlinkedReason, number>;

const nobody = {
  linked: 0,
  unlinked: 0,
  added: 0,
  withdrawn: 0,
  missing_fields: 0,
  no_match: 0,
  ambiguous: 0,
};
const agreed = { agreed: ["first_name", "last_name", "birth_date"] };

/**
 * Links the portal's children to the agency's by exact agreement of names and birth date, unique on both sides, with the
 * import that brought them; what is uncertain waits for the linker's own job. Everybody else stays unlinked, with a reason.
 * Every change is an append-only event; a second run on the same data changes nothing. Exact links whose evidence has gone
 * are withdrawn by an event (supersede); those that were scored or reviewed are left alone. Jobs and imports only.
 */
export async function linkPersons(ctx: Ctx): Promise<LinkCounts> {
  const answers = await planExactLinks(ctx);
  const decided = new Map((await readDecisions(ctx)).map((one) => [pairKey(one), one.kind]));
  const current = await ctx.tx.personLink.findMany({
    where: whereFor(ctx, "link", "PersonLink"),
    select: { personId: true, agencyChildId: true, rule: true },
  });
  const now = new Map(current.map((link) => [link.personId, link]));
  const counts: LinkCounts = { ...nobody, persons: answers.size };
  const changes: LinkChange[] = [];
  for (const [personId, answer] of answers) {
    const before = now.get(personId);
    const isExact = before === undefined || before.rule === exactRule;
    const found = typeof answer === "string" ? answer : null;
    const barred = found !== null && decided.has(pairKey({ personId, agencyChildId: found }));
    const child = isExact ? (barred ? null : found) : before.agencyChildId;
    if (child === null) {
      counts.unlinked += 1;
      counts[typeof answer === "string" ? "no_match" : answer.unlinked] += 1;
    } else counts.linked += 1;
    if (!isExact || (before?.agencyChildId ?? null) === child) continue;
    const change = { personId, rule: exactRule, evidence: agreed };
    if (before) changes.push({ ...change, agencyChildId: before.agencyChildId, kind: "supersede" });
    if (child !== null) changes.push({ ...change, agencyChildId: child, kind: "auto" });
  }
  counts.added = changes.filter((change) => change.kind === "auto").length;
  counts.withdrawn = changes.length - counts.added;
  if (changes.length > 0) await recordRun(ctx, counts, changes);
  return counts;
}

async function recordRun(ctx: Ctx, counts: LinkCounts, changes: LinkChange[]): Promise<void> {
  const at = ctx.clock.now();
  const run = await ctx.tx.linkRun.create({
    data: {
      id: newId(at),
      jurisdictionId: ctx.actor.jurisdictionId,
      rule: exactRule,
      startedAt: at,
      finishedAt: at,
      counts,
    },
  });
  await writeLinks(ctx, run.id, changes);
  await recordAudit(ctx, { event: "persons.linked", entity: "LinkRun", entityId: run.id });
}
