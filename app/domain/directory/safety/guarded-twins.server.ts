import { Prisma } from "~/db/generated/client";
import { websiteHost } from "../duplicates/duplicates-sql.server";
import { likeNames } from "./same-places.server";

/** What more organizations than this share says nothing: a switchboard, a county's website. */
const sharedAtMost = 4;

const says = (rule: string) =>
  Prisma.sql`h.status = 'open' and exists (select from jsonb_array_elements(h.evidence) e, jsonb_array_elements(e -> 'reasons') r
    where r ->> 'rule' ${Prisma.raw(rule)})`;

/**
 * Parts of a query: `twin`, the organizations that have the name of one that is a victim service, is hidden with all its places,
 * or is held by what it says of itself, or two of its phone, website and street, or one of them and a name that holds the other's
 * (`known`: its name). What one source may not tell, another would. One that is held for some of its listings, or hides a place, guards
 * its own name, a name that is like it or holds it at its street ("Friends of"), its phone at its street, and the number that its hidden place keeps. Being a twin guards nothing: else each import would hold more.
 */
export const guardedTwins = (jurisdiction: Prisma.Sql): Prisma.Sql => Prisma.sql`
  guarded as materialized (
    select o.id, o.name, name_key(o.name) as said, o.victim_service_provider or h.status = 'is' or (${says("= 'organization'")})
        or (exists (select from location l where l.organization_id = o.id and l.visibility = 'hidden')
          and not exists (select from location l where l.organization_id = o.id and l.visibility <> 'hidden')) as whole,
      ${says("not in ('twin', 'joined')")} or exists (select from location l where l.organization_id = o.id and l.visibility = 'hidden')
        or exists (select from service s where s.organization_id = o.id and s.confidential) as some
    from organization o left join safety_hold h on h.organization_id = o.id
    where o.jurisdiction_id = ${jurisdiction} and o.merged_into_id is null),
  marked as materialized (
    select o.id, 'name' as kind, name_key(n.name) as mark from organization o, unnest(array[o.name, o.alternate_name]) as n(name)
      where o.jurisdiction_id = ${jurisdiction} and o.merged_into_id is null and length(n.name) > 5
    union select id, 'website', ${websiteHost} from organization where jurisdiction_id = ${jurisdiction} and merged_into_id is null
    union select coalesce(p.organization_id, s.organization_id, l.organization_id), 'phone', phone_key(p.number) from phone p
      left join service s on s.id = p.service_id left join location l on l.id = p.location_id
      where p.jurisdiction_id = ${jurisdiction}
    union select l.organization_id, 'street', m.mark from location l join hidden_mark m on m.location_id = l.id
      where l.jurisdiction_id = ${jurisdiction}
    union select l.organization_id, 'street', mark_of(street_key(a.address1)) from location l join address a on a.location_id = l.id
      where l.jurisdiction_id = ${jurisdiction} and l.visibility <> 'hidden'),
  rare as (
    select kind, mark from marked where mark is not null group by kind, mark having count(distinct id) between 2 and ${sharedAtMost}),
  twin as materialized (
    select pair.id, min(pair.name) as known from (
      select own.id, g.name from guarded g join marked known on known.id = g.id join rare using (kind, mark)
      join marked own using (kind, mark)
      join guarded other on other.id = own.id where g.whole and own.id <> g.id
      group by own.id, g.id, g.name, g.said, other.said having bool_or(kind = 'name') or count(distinct kind) > 1
        or ${Prisma.raw(likeNames("g.said", "other.said"))}
      union all
      select own.id, g.name from guarded g join guarded own on own.said = g.said
      where g.some and own.id <> g.id
      union all
      select own.id, g.name from guarded g join marked known on known.id = g.id and known.kind = 'street'
      join marked own using (kind, mark) join guarded other on other.id = own.id
      where g.some and own.id <> g.id and ${Prisma.raw(likeNames("g.said", "other.said"))}
      union all
      -- Quite another name with the very phone at the very street.
      select own.id, g.name from guarded g join marked known on known.id = g.id join rare using (kind, mark)
      join marked own using (kind, mark) where g.some and own.id <> g.id and kind in ('phone', 'street')
      group by own.id, g.id, g.name having count(distinct kind) = 2
      union all
      -- The number that a hidden place keeps to itself, and nobody showed.
      select own.id, g.name from marked own join hidden_mark m on own.kind = 'phone' and m.jurisdiction_id = ${jurisdiction} and m.mark = mark_of(own.mark)
      join location l on l.id = m.location_id and l.visibility = 'hidden' join guarded g on g.id = l.organization_id where own.id <> g.id) pair
    group by pair.id)`;
