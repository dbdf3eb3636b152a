import type { Ctx } from "~/domain/kernel/context";
import { newId } from "~/domain/kernel/ids";
import { recordAudit, whereFor } from "~/domain/kernel/index.server";
import { dateOf, type IsoDate } from "../kernel/calendar";
import { agreeExactly, agreementKey, type Named, type UnlinkedReason } from "./agree-exactly";
import { listSealedOrganizations } from "../organizations/index.server";
import { writeLinks, type LinkChange } from "./write-links.server";

const exactRule = "exact_name_birth_date.1";
const BATCH = 5000;

export type LinkCounts = {
  persons: number;
  linked: number;
  unlinked: number;
  added: number;
  withdrawn: number;
} & Record<UnlinkedReason, number>;

const day = (date: Date | null): IsoDate | null => date && dateOf(date);

/** Children the portal knows; caregivers are not followed, and nobody whom a sealed organization named (domain.md 5). */
async function readPersons(ctx: Ctx): Promise<Named[]> {
  const reach = whereFor(ctx, "link", "Person");
  const sealed = await listSealedOrganizations(ctx);
  const namedBy = { OR: [{ namedByOrganizationId: null }, { namedByOrganizationId: { notIn: sealed } }] };
  const rows = await ctx.tx.person.findMany({
    where: { AND: [reach, { kind: "child", supersededById: null }, namedBy] },
    select: { id: true, firstName: true, lastName: true, birthDate: true },
    orderBy: { id: "asc" },
  });
  return rows.map((row) => ({ ...row, birthDate: day(row.birthDate) }));
}

/** Of the agency's children, those whose key is asked for; read in batches, never held whole. */
async function findAgencyChildren(ctx: Ctx, wanted: ReadonlySet<string>): Promise<Map<string, string[]>> {
  const reach = whereFor(ctx, "link", "AgencyChild");
  const found = new Map<string, string[]>();
  for (let last: string | undefined; ; ) {
    const rows = await ctx.tx.agencyChild.findMany({
      where: { AND: [reach, last === undefined ? {} : { id: { gt: last } }] },
      select: { id: true, firstName: true, lastName: true, dob: true },
      orderBy: { id: "asc" },
      take: BATCH,
    });
    for (const row of rows) {
      const key = agreementKey({ ...row, birthDate: day(row.dob) });
      if (key !== null && wanted.has(key)) found.set(key, [...(found.get(key) ?? []), row.id]);
    }
    if (rows.length < BATCH) return found;
    last = rows.at(-1)?.id;
  }
}

/** Pairs that a person undid stay apart: a later run must respect it. */
async function readUndone(ctx: Ctx): Promise<Set<string>> {
  const reach = { jurisdictionId: ctx.actor.jurisdictionId };
  const events = await ctx.tx.linkEvent.findMany({
    where: { ...reach, kind: { in: ["undo", "reject"] } },
    select: { personId: true, agencyChildId: true },
  });
  return new Set(events.map((event) => `${event.personId}|${event.agencyChildId}`));
}

/**
 * Links the portal's children to the agency's by exact agreement of names and birth date, unique on both sides. Everybody
 * else stays unlinked, with a reason. Every change is an append-only event; a second run on the same data changes nothing.
 * Links whose evidence has gone are withdrawn by an event (supersede). Jobs and imports only.
 */
export async function linkPersons(ctx: Ctx): Promise<LinkCounts> {
  const persons = await readPersons(ctx);
  const wanted = new Set(persons.flatMap((person) => agreementKey(person) ?? []));
  const answers = agreeExactly(persons, await findAgencyChildren(ctx, wanted));
  const undone = await readUndone(ctx);
  const current = await ctx.tx.personLink.findMany({
    where: whereFor(ctx, "link", "PersonLink"),
    select: { personId: true, agencyChildId: true },
  });
  const now = new Map(current.map((link) => [link.personId, link.agencyChildId]));
  const counts: LinkCounts = {
    persons: persons.length,
    linked: 0,
    unlinked: 0,
    added: 0,
    withdrawn: 0,
    missing_fields: 0,
    no_match: 0,
    ambiguous: 0,
  };
  const changes: LinkChange[] = [];
  for (const [personId, answer] of answers) {
    const child = typeof answer === "string" && !undone.has(`${personId}|${answer}`) ? answer : null;
    if (child === null) {
      counts.unlinked += 1;
      counts[typeof answer === "string" ? "no_match" : answer.unlinked] += 1;
    } else counts.linked += 1;
    const before = now.get(personId) ?? null;
    if (before === child) continue;
    if (before !== null) changes.push({ personId, agencyChildId: before, kind: "supersede" });
    if (child !== null) changes.push({ personId, agencyChildId: child, kind: "auto" });
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
  await writeLinks(ctx, { runId: run.id, rule: exactRule, changes });
  await recordAudit(ctx, { event: "persons.linked", entity: "LinkRun", entityId: run.id });
}
