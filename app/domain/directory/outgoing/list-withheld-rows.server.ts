import { Prisma } from "~/db/generated/client";
import type { Ctx } from "../../kernel/context";
import { whereFor } from "../../kernel/index.server";
import { hiddenLocation, openLocation, partialAddress, toldLocation } from "./outgoing-gate";

export interface WithheldRow {
  table: "location" | "address";
  id: string;
  /** hidden_place: leaves without anything that says where; partial_place: with its town; partial_address: stays. */
  code: "hidden_place" | "partial_place" | "partial_address";
}

/** Rows of which something is kept back when the directory leaves, by table and id in order. Throws Forbidden. */
export async function listWithheldRows(ctx: Ctx): Promise<WithheldRow[]> {
  whereFor(ctx, "harvest", "Service");
  return ctx.tx.$queryRaw<WithheldRow[]>`
    select 'location' as "table", l.id, case when ${Prisma.raw(hiddenLocation("l"))} then 'hidden_place' else 'partial_place' end as code
    from location l where ${Prisma.raw(openLocation("l"))} and not ${Prisma.raw(toldLocation("l"))}
    union all
    select 'address', a.id, 'partial_address' from address a join location l on l.id = a.location_id
    where ${Prisma.raw(toldLocation("l"))} and ${Prisma.raw(partialAddress("a"))}
    order by 1, 2`;
}
