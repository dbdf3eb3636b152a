import type { Ctx } from "../kernel/context";
import { whereFor } from "../kernel/index.server";
import type { ClaimRow } from "./claims/find-claim.server";
import { type OrganizationRow, findOrganization } from "./change-organization.server";
import { countOpenReferrals } from "./count-open-referrals.server";
import { readSettings } from "./read-settings.server";

export type OrganizationDetails = {
  row: OrganizationRow;
  today: string;
  people: { name: string; role: string; since: Date }[];
  /** Numbers that are listed: the ones to call before a claim is believed. */
  phones: { number: string; of: string }[];
  listings: { id: string; name: string; slug: string; state: string; takesReferrals: boolean }[];
  openReferrals: number | null;
  claims: ClaimRow[];
  history: { id: string; at: Date; event: string; reason: string | null; by: string | null }[];
  mergedInto: { id: string; name: string } | null;
};

/** Everything the administrator weighs about one organization. Counts of referrals, never which. Throws NotFound. */
export async function readOrganization(ctx: Ctx, input: { id: string }): Promise<OrganizationDetails> {
  const row = await findOrganization(ctx, "list", input);
  const { timeZone } = await readSettings(ctx);
  const own = { jurisdictionId: row.jurisdictionId, organizationId: row.id };
  const people = await ctx.tx.membership.findMany({
    where: { AND: [whereFor(ctx, "list", "Membership"), own, { endedAt: null }] },
    orderBy: { createdAt: "asc" },
    select: { role: true, createdAt: true, user: { select: { name: true } } },
  });
  const claims = await ctx.tx.organizationClaim.findMany({
    where: { AND: [whereFor(ctx, "read", "OrganizationClaim"), { organizationId: row.id }] },
    orderBy: { askedAt: "desc" },
    take: 20,
  });
  const mergedInto = row.mergedIntoId
    ? await ctx.tx.organization.findFirst({
        where: { id: row.mergedIntoId },
        select: { id: true, name: true },
      })
    : null;
  return {
    row,
    today: ctx.clock.today(timeZone),
    people: people.map(({ role, createdAt, user }) => ({ name: user.name, role, since: createdAt })),
    phones: await listedPhones(ctx, row.id),
    listings: await listedPrograms(ctx, row.id),
    openReferrals: await countOpenReferrals(ctx, row, { receivingOrganizationId: row.id }),
    claims,
    history: await readHistory(ctx, [row.id, ...claims.map((claim) => claim.id)]),
    mergedInto,
  };
}

async function listedPhones(ctx: Ctx, organizationId: string): Promise<{ number: string; of: string }[]> {
  const rows = await ctx.tx.phone.findMany({
    where: {
      jurisdictionId: ctx.actor.jurisdictionId,
      OR: [{ organizationId }, { service: { organizationId } }, { location: { organizationId } }],
    },
    orderBy: { id: "asc" },
    take: 50,
    select: {
      number: true,
      extension: true,
      extensionWords: true,
      service: { select: { name: true } },
      location: { select: { name: true } },
    },
  });
  const known = new Map<string, string>();
  for (const { number, extension, extensionWords, service, location } of rows) {
    const after = extensionWords ?? extension;
    const words = after === null ? number : `${number} x${after}`;
    if (!known.has(words)) known.set(words, service?.name ?? location?.name ?? "");
  }
  return [...known].slice(0, 8).map(([number, of]) => ({ number, of }));
}

async function listedPrograms(ctx: Ctx, organizationId: string) {
  const rows = await ctx.tx.service.findMany({
    where: { jurisdictionId: ctx.actor.jurisdictionId, organizationId, mergedIntoId: null },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: 100,
    select: { id: true, name: true, slug: true, listingState: true, status: true, acceptsReferrals: true },
  });
  return rows.map(({ listingState, status, acceptsReferrals, ...one }) => ({
    ...one,
    state: listingState,
    takesReferrals: listingState === "published" && status === "active" && acceptsReferrals,
  }));
}

async function readHistory(ctx: Ctx, ids: string[]) {
  const rows = await ctx.tx.auditEntry.findMany({
    where: {
      AND: [
        whereFor(ctx, "read", "AuditEntry"),
        { entityId: { in: ids }, event: { startsWith: "organization." } },
      ],
    },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: 30,
  });
  const users = await ctx.tx.user.findMany({
    where: {
      id: { in: rows.flatMap((row) => (row.actorKind === "staff" && row.actorId ? [row.actorId] : [])) },
    },
    select: { id: true, name: true },
  });
  const names = new Map(users.map((user) => [user.id, user.name]));
  return rows.map(({ id, at, event, reason, actorId }) => ({
    id,
    at,
    event,
    reason,
    by: names.get(actorId ?? "") ?? null,
  }));
}
