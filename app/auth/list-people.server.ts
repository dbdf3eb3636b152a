import type { StaffActor } from "~/domain/kernel/actor";
import type { Ctx } from "~/domain/kernel/context";
import { whereFor } from "~/domain/kernel/index.server";
import { agencyProvider } from "./agency-provider";

export type ListedPerson = {
  membershipId: string;
  name: string;
  email: string;
  role: string;
  organizationName: string | null;
  twoFactorEnabled: boolean;
  /** Signs in at the agency, which asks for its own second step. */
  byAgency: boolean;
  /** Of a sealed organization that is not the asking person's own: its own manager alone resets the second step. */
  sealedElsewhere: boolean;
  since: Date;
  /** The person who asks: cannot end this one. */
  own: boolean;
};

export const peoplePageSize = 25;

const folded = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Ids of the members in reach whose name or email holds `find`, as the language orders names: staff is few, so all are compared here. */
async function idsByName(ctx: Ctx<StaffActor>, find: string, language: string): Promise<string[]> {
  const all = await ctx.tx.membership.findMany({
    where: { AND: [whereFor(ctx, "list", "Membership"), { endedAt: null }] },
    select: { id: true, user: { select: { name: true, email: true } } },
  });
  const { compare } = new Intl.Collator(language);
  const sought = folded(find.trim());
  return all
    .filter(({ user }) => folded(user.name).includes(sought) || folded(user.email).includes(sought))
    .sort((a, b) => compare(a.user.name, b.user.name) || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
}

/**
 * The live members in the actor's reach by name, one page (from 1), and how many there are. `find`: part of a name or an
 * email, letter by letter, accents apart.
 */
export async function listPeople(
  ctx: Ctx<StaffActor>,
  input: { page: number; find?: string; language?: string },
): Promise<{ people: ListedPerson[]; total: number }> {
  const ids = await idsByName(ctx, input.find ?? "", input.language ?? "en");
  const from = (Math.max(1, input.page) - 1) * peoplePageSize;
  const shown = ids.slice(from, from + peoplePageSize);
  const rows = await ctx.tx.membership.findMany({
    where: { id: { in: shown } },
    include: {
      user: { include: { accounts: { where: { providerId: agencyProvider }, select: { id: true } } } },
      organization: { select: { name: true, victimServiceProvider: true, part2Program: true } },
    },
  });
  const people = rows
    .sort((a, b) => shown.indexOf(a.id) - shown.indexOf(b.id))
    .map((row) => ({
      membershipId: row.id,
      name: row.user.name,
      email: row.user.email,
      role: row.role,
      organizationName: row.organization?.name ?? null,
      twoFactorEnabled: row.user.twoFactorEnabled,
      byAgency: row.user.accounts.length > 0,
      sealedElsewhere:
        row.organizationId !== ctx.actor.organizationId &&
        Boolean(row.organization?.victimServiceProvider || row.organization?.part2Program),
      since: row.createdAt,
      own: row.id === ctx.actor.membershipId,
    }));
  return { people, total: ids.length };
}
