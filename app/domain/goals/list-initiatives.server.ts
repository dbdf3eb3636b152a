import type { Prisma } from "~/db/generated/client";
import type { Ctx } from "~/domain/kernel/context";
import { whereFor } from "~/domain/kernel/index.server";
import { dateOf, type IsoDate } from "../kernel/calendar";

export type InitiativeRow = {
  id: string;
  version: number;
  /** Of the words that follow. */
  language: string;
  title: string;
  what: string;
  place: string;
  byWhom: string;
  startsOn: IsoDate;
  endsOn: IsoDate | null;
  measures: string[];
  removed: boolean;
};

export function toInitiative(row: Prisma.InitiativeGetPayload<object>): InitiativeRow {
  const { id, version, language, title, what, place, byWhom, measures } = row;
  return {
    ...{ id, version, language, title, what, place, byWhom, measures, removed: row.removedAt !== null },
    ...{ startsOn: dateOf(row.startsOn), endsOn: row.endsOn && dateOf(row.endsOn) },
  };
}

/** The jurisdiction's initiatives, the newest start first; those that hope to move one of `measures`, where it is said. */
export async function listInitiatives(
  ctx: Ctx,
  input: { measures?: readonly string[] } = {},
): Promise<InitiativeRow[]> {
  const reach = whereFor(ctx, "read", "Initiative");
  const some = input.measures ? { measures: { hasSome: [...input.measures] } } : {};
  const rows = await ctx.tx.initiative.findMany({
    where: { AND: [reach, { removedAt: null, ...some }] },
    orderBy: [{ startsOn: "desc" }, { id: "desc" }],
  });
  return rows.map(toInitiative);
}
