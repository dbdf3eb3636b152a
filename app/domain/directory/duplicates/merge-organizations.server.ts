import { Prisma } from "~/db/generated/client";
import type { Ctx } from "../../kernel/context";
import { Conflict, Invalid } from "../../kernel/errors";
import { changeOrganization, findOrganization } from "../../organizations/index.server";
import { heldWhole, showsOwnPlace } from "../safety/held-whole.server";
import { joinHolds } from "../safety/join-holds.server";
import { refreshOrganization } from "../search-index/refresh-organization.server";
import type { PairRow } from "./find-pair.server";
import { type MergeRecord, choosableFields, movingTables, tellingFields } from "./merge-record";
import type { MergeChoice } from "./merge-services.server";
import { tableSql } from "./read-rows.server";
import { readBefore, writeMerge } from "./write-merge.server";

type Organization = Awaited<ReturnType<typeof findOrganization>>;

/** What the kept organization takes over: what was chosen, and what must not be lost (stricter rules, an agreement, being active). */
function takenValues(kept: Organization, from: Organization, fields: readonly string[]) {
  if (fields.some((field) => !(field in choosableFields.organization)))
    throw new Invalid({ takeFields: ["unknown"] });
  const chosen = Object.fromEntries(fields.map((field) => [field, from[field as keyof Organization]]));
  const { agreementReference, agreementSignedOn, vettedUntil, insuranceUntil, clearancesCheckedOn } = from;
  return {
    ...chosen,
    ...(kept.vettedUntil === null && vettedUntil
      ? { agreementReference, agreementSignedOn, vettedUntil, insuranceUntil, clearancesCheckedOn }
      : {}),
    victimServiceProvider: kept.victimServiceProvider || from.victimServiceProvider,
    part2Program: kept.part2Program || from.part2Program,
    status: from.status === "active" ? ("active" as const) : kept.status,
  };
}

/** A seat that the person has at both stays at the kept one; the other ends. Answers the memberships it may touch. */
async function seatsAtBoth(ctx: Ctx, keptId: string, mergedId: string) {
  return ctx.tx.$queryRaw<{ merged: string; kept: string; reopen: boolean }[]>`
    select m.id as merged, k.id as kept, m.ended_at is null and k.ended_at is not null as reopen
    from membership m join membership k using (jurisdiction_id, user_id, role)
    where m.jurisdiction_id = ${ctx.actor.jurisdictionId}::uuid and m.organization_id = ${mergedId}::uuid
      and k.organization_id = ${keptId}::uuid`;
}

/** Nobody comes to a sealed organization's referrals by a merge: not where the other has people. Conflict sealed_people. */
async function refuseStrangers(ctx: Ctx, kept: Organization, merged: Organization): Promise<void> {
  const { jurisdictionId } = ctx.actor;
  const hasPeople = async (id: string) =>
    (await ctx.tx.membership.count({ where: { jurisdictionId, organizationId: id, endedAt: null } })) > 0;
  const hasReferrals = async (id: string) =>
    (await ctx.tx.serviceReferral.count({ where: { jurisdictionId, receivingOrganizationId: id } })) > 0;
  for (const [one, other] of [
    [kept, merged],
    [merged, kept],
  ] as const) {
    if (!(one.victimServiceProvider || one.part2Program) || !(await hasPeople(other.id))) continue;
    if ((await hasPeople(one.id)) || (await hasReferrals(one.id))) throw new Conflict("sealed_people");
  }
}

type Whole = { whole: string | null; leaveBehind: boolean };

/**
 * The one of the two of which everything is held, and whether its own rows stay where they are: beside a place that the other's own
 * people show, what a source says of the organization would be told. Throws Conflict held_stays where that one is to stay itself;
 * Invalid held_words where words of one that is held would be taken over.
 */
async function readWhole(
  ctx: Ctx,
  kept: Organization,
  merged: Organization,
  fields: readonly string[],
): Promise<Whole> {
  const where = { jurisdictionId: ctx.actor.jurisdictionId, status: { in: ["open", "is"] } };
  const held = await ctx.tx.safetyHold.count({ where: { ...where, organizationId: merged.id } });
  if (held > 0 && tellingFields(fields).length > 0) throw new Invalid({ takeFields: ["held_words"] });
  const whole = await heldWhole(ctx, [kept.id, merged.id]);
  if (whole.length === 0) return { whole: null, leaveBehind: false };
  if (whole.includes(kept.id) && kept.source !== "portal" && (await showsOwnPlace(ctx, merged.id)))
    throw new Conflict("held_stays");
  const name = whole.includes(merged.id) ? merged.name : kept.name;
  return { whole: name, leaveBehind: whole.includes(merged.id) && (await showsOwnPlace(ctx, kept.id)) };
}

/** Tables of which an organization's own rows say something of it. */
const saying: readonly string[] = [
  "program",
  "phone",
  "contact",
  "funding",
  "organization_identifier",
  "url",
];

async function moveRows(
  ctx: Ctx,
  keptId: string,
  mergedId: string,
  stay: string[],
  leaveBehind: boolean,
): Promise<MergeRecord["moved"]> {
  const moved: MergeRecord["moved"] = [];
  for (const table of movingTables) {
    const left = leaveBehind && saying.includes(table) ? Prisma.sql`and t.source = 'portal'` : Prisma.empty;
    const rows = await ctx.tx.$queryRaw<{ id: string }[]>`
      update ${tableSql(table)} t set organization_id = ${keptId}::uuid
      where t.jurisdiction_id = ${ctx.actor.jurisdictionId}::uuid and t.organization_id = ${mergedId}::uuid
        and t.id <> all(${stay}::uuid[]) ${left} returning t.id`;
    if (rows.length > 0) moved.push({ table, ids: rows.map(({ id }) => id).sort() });
  }
  return moved;
}

/**
 * One organization goes into another with its listings, places, phones and people. Referrals keep the organization that they
 * were sent to, so that no count changes; the kept one's people reach them (app_organizations). Inside mergePair.
 */
export async function mergeOrganizations(ctx: Ctx, pair: PairRow, choice: MergeChoice): Promise<string> {
  const kept = await findOrganization(ctx, "merge", { id: choice.keptId, version: choice.keptVersion });
  const merged = await findOrganization(ctx, "merge", { id: choice.mergedId, version: choice.mergedVersion });
  if (kept.mergedIntoId || merged.mergedIntoId) throw new Conflict("merged");
  if (kept.status === "suspended" || merged.status === "suspended") throw new Conflict("suspended");
  await refuseStrangers(ctx, kept, merged);
  const { whole, leaveBehind } = await readWhole(ctx, kept, merged, choice.takeFields);
  const both = await seatsAtBoth(ctx, kept.id, merged.id);
  const { jurisdictionId } = ctx.actor;
  const related = await ctx.tx.organization.findMany({
    where: { jurisdictionId, OR: [{ mergedIntoId: merged.id }, { parentOrganizationId: merged.id }] },
    select: { id: true },
  });
  const before = await readBefore(ctx, {
    organization: [kept.id, merged.id, ...related.map(({ id }) => id)],
    membership: both.flatMap((seat) => [seat.merged, seat.kept]),
  });
  const moved = await moveRows(
    ctx,
    kept.id,
    merged.id,
    both.map((seat) => seat.merged),
    leaveBehind,
  );
  const at = ctx.clock.now();
  await ctx.tx.membership.updateMany({
    where: { id: { in: both.map((seat) => seat.merged) }, endedAt: null },
    data: { endedAt: at },
  });
  const reopened = both.filter((seat) => seat.reopen).map((seat) => seat.kept);
  await ctx.tx.membership.updateMany({ where: { id: { in: reopened } }, data: { endedAt: null } });
  await ctx.tx.organization.updateMany({
    where: { jurisdictionId, mergedIntoId: merged.id },
    data: { mergedIntoId: kept.id },
  });
  await ctx.tx.organization.updateMany({
    where: { jurisdictionId, parentOrganizationId: merged.id, id: { not: kept.id } },
    data: { parentOrganizationId: kept.id },
  });
  await changeOrganization(ctx, "merge", kept, {
    ...takenValues(kept, merged, choice.takeFields),
    ...(kept.parentOrganizationId === merged.id ? { parentOrganizationId: merged.parentOrganizationId } : {}),
  });
  await changeOrganization(ctx, "merge", merged, { mergedIntoId: kept.id });
  await joinHolds(ctx, { keptId: kept.id, mergedId: merged.id, whole });
  await refreshOrganization(ctx, { organizationId: kept.id });
  return writeMerge(ctx, { pair, keptId: kept.id, mergedId: merged.id, before, moved });
}
