import { Prisma } from "~/db/generated/client";

/** A host, phone or name word that more organizations than this share says nothing: a web service, a switchboard. */
const sharedAtMost = 6;
/** A name's rarest words bring it beside others; a word in more names than this brings nobody together. */
const rareAtMost = 40;
/** Where one organization lists more than this, only equal names are compared. */
const manyListings = 300;

const digits = (column: string) => Prisma.raw(`right(regexp_replace(${column}, '\\D', '', 'g'), 10)`);

const finding = (rule: string, held: Prisma.Sql, told: Prisma.Sql) =>
  Prisma.sql`jsonb_build_object('rule', ${rule}::text, 'held', ${held}, 'finding', ${told})`;
const percent = Prisma.sql`round(alike * 100)::text`;

/** Words that a name may have or not and still be the same. */
const legalWords = [
  "the",
  "inc",
  "incorporated",
  "llc",
  "corp",
  "corporation",
  "co",
  "of",
  "and",
  "for",
  "a",
];

/** The host of an organization's website, without "www"; null when there is none. */
export const websiteHost = Prisma.sql`nullif(regexp_replace(split_part(regexp_replace(lower(coalesce(website, '')),
  '^\\s*(https?://)?(www\\.)?', ''), '/', 1), ':.*$', ''), '')`;

/**
 * Organizations that may be one: the same words, or trigrams alike among names that share a rare word; the same website host, tax
 * number or phone. A pair is told when the tax number is the same, the names are nearly the same, or two rules hold together.
 * Set-based: every step is a join of whole lists, none asks pair by pair.
 */
export const organizationPairs = (jurisdictionId: string) => Prisma.sql`
  org as materialized (
    select id, folded_name(name) as folded, nullif(regexp_replace(coalesce(tax_id, ''), '\\D', '', 'g'), '') as tax,
      ${websiteHost} as host
    from organization where jurisdiction_id = ${jurisdictionId}::uuid and merged_into_id is null),
  word as materialized (
    select distinct id, w from org, unnest(regexp_split_to_array(folded, '[^a-z0-9]+')) w
    where w <> '' and w <> all(${legalWords}::text[])),
  essence as (select id, string_agg(w, ' ' order by w) as words from word group by id),
  rare as materialized (
    select id, w from (select word.id, word.w, row_number() over (partition by word.id order by often.n, word.w) as nth
      from word join (select w, count(*) as n from word group by w having count(*) between 2 and ${rareAtMost}) often using (w)) r
    where nth <= 3),
  number as materialized (
    select distinct organization_id as id, number from (
      select p.organization_id, ${digits("p.number")} as number from phone p where p.jurisdiction_id = ${jurisdictionId}::uuid
        and p.organization_id is not null
      union all select s.organization_id, ${digits("p.number")} from phone p join service s on s.id = p.service_id
        where p.jurisdiction_id = ${jurisdictionId}::uuid
      union all select l.organization_id, ${digits("p.number")} from phone p join location l on l.id = p.location_id
        where p.jurisdiction_id = ${jurisdictionId}::uuid) n
    where length(number) = 10 and organization_id in (select id from org)),
  shared_host as materialized (
    select host from org where host is not null group by host having count(*) between 2 and ${sharedAtMost}),
  pair_number as materialized (
    select x.id as a, y.id as b, min(x.number) as number from number x join number y using (number)
    where x.id < y.id and number in (select number from number group by number having count(*) between 2 and ${sharedAtMost})
    group by 1, 2),
  candidate as (
    select x.id as a, y.id as b from rare x join rare y using (w) where x.id < y.id
    union select x.id, y.id from essence x join essence y using (words) where x.id < y.id
    union select x.id, y.id from org x join org y using (tax) where x.id < y.id
    union select x.id, y.id from org x join org y using (host) join shared_host using (host) where x.id < y.id
    union select a, b from pair_number),
  weighed as (
    select a.id as first_id, b.id as second_id, a.host, n.number,
      greatest(similarity(a.folded, b.folded), case when ea.words = eb.words then 1 else 0 end) as alike,
      coalesce(a.tax = b.tax, false) as tax_same, coalesce(a.host = b.host, false) and h.host is not null as host_same
    from candidate c join org a on a.id = c.a join org b on b.id = c.b
    left join essence ea on ea.id = c.a left join essence eb on eb.id = c.b
    left join pair_number n on n.a = c.a and n.b = c.b left join shared_host h on h.host = a.host),
  found as (
    select first_id, second_id, jsonb_build_array(
      ${finding("name_alike", Prisma.sql`alike >= 0.6`, percent)},
      ${finding("same_tax_id", Prisma.sql`tax_same`, Prisma.sql`null::text`)},
      ${finding("same_website", Prisma.sql`host_same`, Prisma.sql`case when host_same then host end`)},
      ${finding("same_phone", Prisma.sql`number is not null`, Prisma.sql`number`)}) as evidence
    from weighed
    where tax_same or alike >= 0.8 or (alike >= 0.5 and (host_same or number is not null)) or (host_same and number is not null))`;

/**
 * Listings that may be one: of the same organization, or of two that may be one, with names alike and the same place or phone;
 * without a known place on one side the names must be equal.
 */
export const servicePairs = (jurisdictionId: string) => Prisma.sql`
  service_row as materialized (
    select id, organization_id, folded_name(name) as folded from service
    where jurisdiction_id = ${jurisdictionId}::uuid and merged_into_id is null and listing_state <> 'do_not_list'),
  big as materialized (select organization_id from service_row group by 1 having count(*) > ${manyListings}),
  near as materialized (
    select organization_id as a, organization_id as b from service_row group by 1
    union select first_id, second_id from duplicate_pair
      where jurisdiction_id = ${jurisdictionId}::uuid and entity = 'organization' and status = 'open'),
  beside as (
    select x.id as x, y.id as y, x.folded as fx, y.folded as fy, near.a = near.b as same_owner, near.a, near.b
    from near join service_row x on x.organization_id = near.a
    join service_row y on y.organization_id = near.b and (near.a <> near.b or x.id < y.id)),
  candidate as materialized (
    select least(x, y) as a, greatest(x, y) as b, similarity(fx, fy) as alike, fx = fy as equal, same_owner
    from beside where case when fx = fy then true
      when a in (select organization_id from big) or b in (select organization_id from big) then false
      else similarity(fx, fy) >= 0.6 end),
  involved as materialized (select a as id from candidate union select b from candidate),
  place as materialized (
    select distinct sl.service_id as id,
      coalesce(folded_name(ad.address1) || ' ' || left(ad.postal_code, 5), sl.location_id::text) as place
    from involved i join service_at_location sl on sl.service_id = i.id
    left join address ad on ad.location_id = sl.location_id and ad.address1 <> ''),
  number as materialized (
    select distinct i.id, ${digits("p.number")} as number from involved i join phone p on p.service_id = i.id
    where length(${digits("p.number")}) = 10),
  placed as materialized (select distinct id from place),
  pair_place as materialized (
    select distinct c.a, c.b from candidate c join place x on x.id = c.a join place y on y.id = c.b and y.place = x.place),
  pair_number as materialized (
    select c.a, c.b, min(x.number) as number from candidate c join number x on x.id = c.a
    join number y on y.id = c.b and y.number = x.number group by 1, 2),
  weighed as (
    select c.*, pp.a is not null as place_same, pa.id is null or pb.id is null as placeless, n.number
    from candidate c left join pair_place pp on pp.a = c.a and pp.b = c.b
    left join pair_number n on n.a = c.a and n.b = c.b
    left join placed pa on pa.id = c.a left join placed pb on pb.id = c.b),
  found as (
    select a as first_id, b as second_id, jsonb_build_array(
      ${finding("name_alike", Prisma.sql`alike >= 0.6`, percent)},
      ${finding("same_organization", Prisma.sql`same_owner`, Prisma.sql`null::text`)},
      ${finding("same_place", Prisma.sql`place_same`, Prisma.sql`null::text`)},
      ${finding("same_phone", Prisma.sql`number is not null`, Prisma.sql`number`)}) as evidence
    from weighed where (place_same and alike >= 0.6) or (number is not null and alike >= 0.8) or (placeless and equal))`;
