import type { Prisma } from "~/db/generated/client";
import type { Ctx } from "../kernel/context";
import { Conflict, NotFound } from "../kernel/errors";
import { isId } from "../kernel/ids";
import { whereFor } from "../kernel/index.server";
import { dateOf } from "../kernel/calendar";

export type OrganizationRow = Prisma.OrganizationGetPayload<object>;

/** The organization that the actor may reach with the verb, still at the version that was read. Throws NotFound, Conflict. */
export async function findOrganization(
  ctx: Ctx,
  verb: string,
  key: { id: string; version?: number },
): Promise<OrganizationRow> {
  const reach = whereFor(ctx, verb, "Organization");
  const row = isId(key.id)
    ? await ctx.tx.organization.findFirst({ where: { AND: [reach, { id: key.id }] } })
    : null;
  if (!row) throw new NotFound();
  if (key.version !== undefined && row.version !== key.version) throw new Conflict("organization_changed");
  return row;
}

/** Changes an organization that still has the version that was read. Throws Conflict when somebody was faster. */
export async function changeOrganization(
  ctx: Ctx,
  verb: string,
  row: { id: string; version: number },
  data: Prisma.OrganizationUncheckedUpdateManyInput,
): Promise<void> {
  const { count } = await ctx.tx.organization.updateMany({
    where: { AND: [whereFor(ctx, verb, "Organization"), { id: row.id, version: row.version }] },
    data: { lastModified: ctx.clock.now(), ...data, version: { increment: 1 } },
  });
  if (count === 0) throw new Conflict("organization_changed");
}

const shown = (value: unknown) =>
  value instanceof Date
    ? dateOf(value)
    : value === null || value === undefined || value === ""
      ? "-"
      : String(value);

/** What a change of an organization did, for the audit log: "vettedUntil: - -> 2027-11-01". Facts about an organization only. */
export function changeInWords(before: object, after: object): { fields: string[]; reason: string } {
  const old = before as Record<string, unknown>;
  const changed = Object.entries(after).filter(([field, value]) => shown(old[field]) !== shown(value));
  return {
    fields: changed.map(([field]) => field),
    reason: changed.map(([field, value]) => `${field}: ${shown(old[field])} -> ${shown(value)}`).join("; "),
  };
}
