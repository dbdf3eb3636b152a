import type { Ctx } from "~/domain/kernel/context";
import type { Pair } from "./pair-key";
import type { RosterMember } from "./pair-views";

type Row = Omit<RosterMember, "isThisPair">;

/** The children of both families, with those that are linked to each other. The agency's family is known by its own id. */
export async function readRosters(
  ctx: Ctx,
  { personId, agencyChildId }: Pair,
): Promise<{ portal: RosterMember[]; agency: RosterMember[] }> {
  const portal = await ctx.tx.$queryRaw<Row[]>`
    select m.id::text, concat_ws(' ', m.first_name, m.last_name) as name, m.birth_date::text as "birthDate",
      l.agency_child_id::text as "linkedTo"
    from person p join person m on m.household_id = p.household_id left join person_link l on l.person_id = m.id
    where p.id = ${personId}::uuid and p.jurisdiction_id = app_jurisdiction() and m.kind = 'child' and m.superseded_by_id is null
    order by m.birth_date nulls last, m.id`;
  const agency = await ctx.tx.$queryRaw<Row[]>`
    select m.id::text, concat_ws(' ', m.first_name, m.middle_name, m.last_name) as name, m.dob::text as "birthDate",
      (select min(l.person_id::text) from person_link l where l.agency_child_id = m.id) as "linkedTo"
    from agency_child a join agency_child m on m.jurisdiction_id = a.jurisdiction_id and (m.id = a.id or m.family_id = a.family_id)
    where a.id = ${agencyChildId}::uuid and a.jurisdiction_id = app_jurisdiction()
    order by m.dob nulls last, m.id limit 30`;
  return {
    portal: portal.map((one) => ({ ...one, isThisPair: one.id === personId })),
    agency: agency.map((one) => ({ ...one, isThisPair: one.id === agencyChildId })),
  };
}
