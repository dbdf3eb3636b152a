import type { Ctx } from "~/domain/kernel/context";
import { whereFor } from "~/domain/kernel/index.server";
import { dateOf, type IsoDate } from "../kernel/calendar";
import { agreeExactly, agreementKey, type Named, type UnlinkedReason } from "./agree-exactly";
import { portalChildren, rowsSql } from "./compared-sides";

export const exactRule = "exact_name_birth_date.1";
const BATCH = 5000;

/** By portal child: the agency's child that alone agrees with it alone, or why there is none. */
export type ExactAnswers = Map<string, string | { unlinked: UnlinkedReason }>;

const day = (date: Date | null): IsoDate | null => date && dateOf(date);

type PersonRow = {
  id: string;
  first_name: string | null;
  last_name: string | null;
  birth_date: string | null;
};

/** The portal's children that may be compared, and what exact agreement asks of them. */
async function readPersons(ctx: Ctx): Promise<Named[]> {
  const rows = await ctx.tx.$queryRawUnsafe<PersonRow[]>(`${rowsSql(portalChildren)} order by p.id`);
  return rows.map((row) => ({
    id: row.id,
    firstName: row.first_name,
    lastName: row.last_name,
    birthDate: row.birth_date,
  }));
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

/** Who agrees exactly with whom, unique on both sides. Jobs and imports only. */
export async function planExactLinks(ctx: Ctx): Promise<ExactAnswers> {
  whereFor(ctx, "link", "Person");
  const persons = await readPersons(ctx);
  const wanted = new Set(persons.flatMap((person) => agreementKey(person) ?? []));
  return agreeExactly(persons, await findAgencyChildren(ctx, wanted));
}
