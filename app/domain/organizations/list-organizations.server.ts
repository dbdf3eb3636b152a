import type { z } from "zod";
import { Prisma } from "~/db/generated/client";
import type { Ctx } from "../kernel/context";
import { parseInput } from "../kernel/parse-input";
import { whereFor } from "../kernel/index.server";
import { listOrganizationsSchema, organizationsPageSize } from "./list-organizations.schema";
import { peopleWanted, vettingNoticeDays } from "./organization-standing";
import { readSettings } from "./read-settings.server";

export type ListedOrganization = {
  id: string;
  name: string;
  status: string;
  merged: boolean;
  vettedUntil: Date | null;
  people: number;
  listings: number;
  claims: number;
};
export type OrganizationPage = { rows: ListedOrganization[]; total: number; today: string };

const order = {
  name: Prisma.sql`lower(name)`,
  vetted: Prisma.sql`vetted_until`,
  people: Prisma.sql`people`,
  listings: Prisma.sql`listings`,
};

/** What makes an organization wait for the agency. */
const waits = (today: string) => Prisma.sql`(merged_into_id is null and (claims > 0
  or vetted_until <= ${today}::date + ${vettingNoticeDays}::int
  or (status = 'active' and people < ${peopleWanted}::int)))`;

function filterSql(filter: z.output<typeof listOrganizationsSchema>["filter"], today: string): Prisma.Sql {
  if (filter === "all") return Prisma.sql`true`;
  if (filter === "waiting") return waits(today);
  if (filter === "merged") return Prisma.sql`merged_into_id is not null`;
  return Prisma.sql`(merged_into_id is null and status::text = ${filter})`;
}

/** The jurisdiction's organizations with how many people, published listings and waiting claims each has. */
const counted = (jurisdictionId: string) => Prisma.sql`
  select o.id, o.name, o.alternate_name, o.status, o.merged_into_id, o.vetted_until,
    coalesce(m.people, 0) as people, coalesce(s.listings, 0) as listings, coalesce(c.claims, 0) as claims
  from organization o
  left join (select organization_id, count(distinct user_id)::int as people from membership
    where jurisdiction_id = ${jurisdictionId}::uuid and ended_at is null group by 1) m on m.organization_id = o.id
  left join (select organization_id, count(*)::int as listings from service
    where jurisdiction_id = ${jurisdictionId}::uuid and listing_state = 'published' group by 1) s on s.organization_id = o.id
  left join (select organization_id, count(*)::int as claims from organization_claim
    where jurisdiction_id = ${jurisdictionId}::uuid and status = 'asked' group by 1) c on c.organization_id = o.id
  where o.jurisdiction_id = ${jurisdictionId}::uuid`;

/** One page of 25 of the jurisdiction's organizations, for its administrator. Throws Forbidden. */
export async function listOrganizations(
  ctx: Ctx,
  input: z.input<typeof listOrganizationsSchema>,
): Promise<OrganizationPage> {
  whereFor(ctx, "list", "Organization");
  const { search, filter, sort, descending, page } = parseInput(listOrganizationsSchema, input);
  const { timeZone } = await readSettings(ctx);
  const today = ctx.clock.today(timeZone);
  const like = `%${search.replace(/[\\%_]/g, "\\$&")}%`;
  const named = search
    ? Prisma.sql`(folded_name(name) like folded_name(${like}) or folded_name(alternate_name) like folded_name(${like}))`
    : Prisma.sql`true`;
  const direction = descending ? Prisma.sql`desc nulls last` : Prisma.sql`asc nulls last`;
  const rows = await ctx.tx.$queryRaw<(ListedOrganization & { total: number })[]>`
    with counted as (${counted(ctx.actor.jurisdictionId)})
    select id, name, status::text as status, merged_into_id is not null as merged, vetted_until as "vettedUntil",
      people, listings, claims, count(*) over ()::int as total
    from counted where ${named} and ${filterSql(filter, today)}
    order by ${order[sort]} ${direction}, lower(name), id
    limit ${organizationsPageSize} offset ${(page - 1) * organizationsPageSize}`;
  return { rows: rows.map(({ total: _all, ...row }) => row), total: rows[0]?.total ?? 0, today };
}

export type OrganizationsWaiting = { claims: number; vettingEnding: number; tooFewPeople: number };

/** What of the organizations waits for the administrator. Throws Forbidden. */
export async function countOrganizationsWaiting(ctx: Ctx): Promise<OrganizationsWaiting> {
  whereFor(ctx, "list", "Organization");
  const { timeZone } = await readSettings(ctx);
  const today = ctx.clock.today(timeZone);
  const [row] = await ctx.tx.$queryRaw<OrganizationsWaiting[]>`
    with counted as (${counted(ctx.actor.jurisdictionId)})
    select coalesce(sum(claims), 0)::int as claims,
      count(*) filter (where vetted_until <= ${today}::date + ${vettingNoticeDays}::int)::int as "vettingEnding",
      count(*) filter (where status = 'active' and people < ${peopleWanted}::int)::int as "tooFewPeople"
    from counted where merged_into_id is null`;
  return row ?? { claims: 0, vettingEnding: 0, tooFewPeople: 0 };
}
