import { Prisma } from "~/db/generated/client";
import { Invalid } from "../../kernel/errors";
import type { OutgoingFilter, OutgoingList } from "./find-outgoing.schema";
import { heldRow } from "./held-rows";
import { keptBack } from "./kept-back";
import { gateOf, openService, toldLocation } from "./outgoing-gate";
import { namesIn, toldWords } from "./told-words";
import { placeOfZip } from "../places/places";

type Sql = Prisma.Sql;
const raw = (text: string) => Prisma.raw(text);
const query = (words: string): Sql => Prisma.sql`websearch_to_tsquery('simple', lower(unaccent(${words})))`;
const textOf = (columns: string): Sql => raw(`to_tsvector('simple', lower(unaccent(${columns})))`);

/** What a row tells in words: who asks for a word of what stays must not learn that it stands there. */
function toldOf(table: "service" | "organization", row: string): string {
  const owner = table === "service" ? `${row}.organization_id` : `${row}.id`;
  const more = ["alternate_name", "description"].map((column) =>
    toldWords(`left(${row}.${column}, 4000)`, owner, namesIn(table, column)),
  );
  return `concat_ws(' ', ${toldWords(`${row}.name`, owner, namesIn(table, "name"))}, case when not ${heldRow(table, row)} then concat_ws(' ', ${more.join(", ")}) end)`;
}

/** Published listings by what search keeps of them; withdrawn ones, which search forgets, by their own words. */
const serviceWords = (words: string, service: string): Sql => Prisma.sql`
  (${raw(service)}.id in (select c.service_id from listing_words c
      where c.jurisdiction_id = app_jurisdiction() and c.words @@ ${query(words)})
    or ((${raw(service)}.listing_state <> 'published' or ${raw(service)}.status in ('inactive', 'defunct'))
      and ${textOf(toldOf("service", service))} @@ ${query(words)}))`;

/** Rows that carry a term, or any term of a taxonomy, on one of the rows named by `links`. */
function carrying(links: string, condition: Sql): Sql {
  return Prisma.sql`exists (select from attribute fa join taxonomy_term ft on ft.id = fa.taxonomy_term_id
    where fa.jurisdiction_id = app_jurisdiction() and (fa.link_entity, fa.link_id) in (${raw(links)}) and ${condition})`;
}
const linksOf: Partial<Record<OutgoingList, string>> = {
  service: "values ('service', t.id)",
  service_at_location: "values ('service_at_location', t.id), ('service', t.service_id)",
  organization: `select 'organization', t.id union all
    select 'service', fs.id from service fs where fs.organization_id = t.id and ${openService("fs")}`,
};

/** The place is told and near: nobody learns by asking from several sides where a hidden one is. */
function near(postcode: string, metres: number): Sql {
  const middle = placeOfZip(postcode);
  if (!middle) throw new Invalid({ postcode: ["unknown"] });
  const { latitude, longitude } = middle;
  return Prisma.sql`exists (select from location nl where nl.id = t.location_id and ${raw(toldLocation("nl"))}
    and 2 * 6371008.8 * asin(least(1, sqrt(
      power(sin(radians(nl.latitude - ${latitude}::float8) / 2), 2)
      + cos(radians(${latitude}::float8)) * cos(radians(nl.latitude)) * power(sin(radians(nl.longitude - ${longitude}::float8) / 2), 2)))) <= ${metres}::float8)`;
}

/** Its stated area holds the postcode, or tracts of its county, which may; where no area is stated, its told address does. */
function serves(postcode: string): Sql {
  const county = placeOfZip(postcode)?.countyFips ?? "";
  const stated = Prisma.sql`(sa.service_at_location_id = t.id or sa.service_id = t.service_id) and not ${raw(keptBack("service_area", "sa"))}`;
  return Prisma.sql`case when exists (select from service_area sa where ${stated} and cardinality(sa.codes) > 0)
    then exists (select from service_area sa where ${stated}
      and (sa.codes && array[${postcode}::text, ${county}::text] or (sa.extent_type = 'tract'
        and exists (select from unnest(sa.codes) as tract where left(tract, 5) = ${county}::text))))
    else exists (select from address pa join location pl on pl.id = pa.location_id
      where pl.id = t.location_id and ${raw(toldLocation("pl"))} and left(pa.postal_code, 5) = ${postcode}) end`;
}

function searched(table: OutgoingList, words: string): Sql {
  switch (table) {
    case "service":
      return serviceWords(words, "t");
    case "service_at_location":
      return Prisma.sql`exists (select from service ws where ws.id = t.service_id and ${serviceWords(words, "ws")})`;
    case "organization":
      return Prisma.sql`${textOf(toldOf("organization", "t"))} @@ ${query(words)}`;
    default:
      return Prisma.sql`${textOf("concat_ws(' ', t.name, t.description)")} @@ ${query(words)}`;
  }
}

/** A condition on a listing's own columns, asked of the listing or of its place. */
const ofService = (table: OutgoingList, condition: Sql): Sql =>
  table === "service"
    ? Prisma.sql`t.${condition}`
    : Prisma.sql`t.service_id in (select fo.id from service fo
        where fo.jurisdiction_id = app_jurisdiction() and ${raw(openService("fo"))} and fo.${condition})`;

/** Listings that changed since, or whose organization did: a listing's full form holds it. Two indexes, no walk over all. */
const changedSince = (at: Date): Sql => Prisma.sql`id in (
  select mf.id from service mf where ${raw(openService("mf"))} and mf.last_modified >= ${at}::timestamptz
  union all select mf.id from organization mo
    join service mf on mf.jurisdiction_id = mo.jurisdiction_id and mf.organization_id = mo.id
    where mo.jurisdiction_id = app_jurisdiction() and mo.last_modified >= ${at}::timestamptz)`;

/** The rows of a list that may leave and meet all of the filter, over the alias `t`. Throws Invalid for a postcode that is none. */
export function outgoingWhere(table: OutgoingList, filter: OutgoingFilter): Sql {
  const all: Sql[] = [raw(gateOf(table)("t"))];
  const links = linksOf[table];
  // NUL is no text for PostgreSQL, and nobody searches for it.
  const words = filter.search?.replaceAll("\0", " ").trim();
  if (words) all.push(searched(table, words));
  if (links && filter.taxonomyTermId)
    all.push(carrying(links, Prisma.sql`ft.id = ${filter.taxonomyTermId}::uuid`));
  if (links && filter.taxonomyId)
    all.push(carrying(links, Prisma.sql`ft.taxonomy_id = ${filter.taxonomyId}::uuid`));
  if (filter.taxonomyId && table === "taxonomy_term")
    all.push(Prisma.sql`t.taxonomy_id = ${filter.taxonomyId}::uuid`);
  if (filter.organizationId)
    all.push(ofService(table, Prisma.sql`organization_id = ${filter.organizationId}::uuid`));
  if (filter.modifiedAfter) all.push(ofService(table, changedSince(filter.modifiedAfter)));
  if (filter.postcode && filter.proximity !== undefined) all.push(near(filter.postcode, filter.proximity));
  else if (filter.postcode) all.push(serves(filter.postcode));
  if (filter.parentId) all.push(Prisma.sql`t.parent_id = ${filter.parentId}::uuid`);
  if (filter.topOnly) all.push(raw("t.parent_id is null"));
  return Prisma.join(all, " and ");
}
