import type { OutboxMessage } from "~/db/generated/client";
import type { Ctx } from "./context";
import { maskAddress } from "./mask-address";

/** To whom a mail goes, for people who may know that it went: the address masked, an organization by its name. */
export type MailAddressee = {
  kind: "person" | "organization" | "family";
  name: string | null;
  masked: string | null;
};

type Row = Pick<OutboxMessage, "template" | "toUserId" | "toOrganizationId" | "toEmail">;
type Known = { masked: MailAddressee; email: string | null };

/** What is mailed to an address that a family's call gave; the family's own mails hold no address at all. */
const asked: readonly string[] = ["program-details"];

const idsOf = (ids: (string | null)[]) => [...new Set(ids.filter((id): id is string => id !== null))];
const family: Known = { masked: { kind: "family", name: null, masked: null }, email: null };

/** Reads to whom each of the rows goes: masked, and the address itself for the demo's files. Nothing of a family. */
export async function readAddressees(ctx: Ctx, rows: readonly Row[]): Promise<(row: Row) => Known> {
  const users = await ctx.tx.user.findMany({
    where: { id: { in: idsOf(rows.map(({ toUserId }) => toUserId)) } },
    select: { id: true, email: true },
  });
  const organizations = await ctx.tx.organization.findMany({
    where: {
      id: { in: idsOf(rows.map(({ toOrganizationId }) => toOrganizationId)) },
      jurisdictionId: ctx.actor.jurisdictionId,
    },
    select: { id: true, name: true },
  });
  const emails = new Map(users.map(({ id, email }) => [id, email]));
  const names = new Map(organizations.map(({ id, name }) => [id, name]));
  return ({ template, toUserId, toOrganizationId, toEmail }) => {
    if (asked.includes(template)) return family;
    if (toOrganizationId && !toEmail) {
      const name = names.get(toOrganizationId) ?? null;
      return { masked: { kind: "organization", name, masked: null }, email: null };
    }
    const email = toEmail ?? (toUserId ? emails.get(toUserId) : null) ?? null;
    if (!email) return toUserId ? { ...family, masked: { ...family.masked, kind: "person" } } : family;
    return { masked: { kind: "person", name: null, masked: maskAddress(email) }, email };
  };
}
