import { Prisma } from "~/db/generated/client";

/** Of a place `sl` among the open places of its service: its own count, all counts together, and how many of them have room. */
export const placeCounts = Prisma.sql`
  case when sl.capacity_as_of is not null then sl.capacity_available end as counted,
  case when sl.capacity_available is not null then sl.capacity_as_of end as counted_at,
  (sum(sl.capacity_available) filter (where sl.capacity_as_of is not null) over (partition by sl.service_id))::int as all_counted,
  count(*) filter (where sl.capacity_available > 0 and sl.capacity_as_of is not null) over (partition by sl.service_id) as with_room`;

const byPlace = Prisma.sql`p.all_counted is not null and coalesce(c.capacity_status, 'open') = 'open'`;
const taken = Prisma.sql`greatest(p.all_counted - c.capacity_available, 0)`;

/** What is said of room at a place `p` of a listing `c`, as capacityAtPlace in openings/capacity-at-place.ts says. */
export const roomAtPlace = Prisma.sql`
  case when not (${byPlace}) then c.capacity_status when p.counted is null then null when p.counted = 0 then 'full'::capacity_status
    when p.with_room = 1 or p.counted > ${taken} then 'open'::capacity_status end as room_status,
  case when not (${byPlace}) then c.capacity_available when p.counted > 0 and p.with_room = 1 then greatest(p.counted - ${taken}, 0)
    when p.counted = 0 or ${taken} = 0 then p.counted end as room_available,
  case when ${byPlace} then case when p.counted = 0 or p.with_room = 1 or p.counted > ${taken} then p.counted_at end else c.capacity_as_of end as room_as_of`;
