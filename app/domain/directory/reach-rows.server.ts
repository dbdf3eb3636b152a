import { Prisma } from "~/db/generated/client";
import {
  areaBit,
  bandBit,
  type Bits,
  caregiverBit,
  cellsPerDegree,
  evidenceShift,
  homeCellsPerDegree,
  interpretersBit,
  longBit,
  longestList,
  modeBits,
  notFreeBit,
  pregnancyBit,
  roomShift,
  sumOfBits,
  timeBits,
} from "./search-bits";

const number = (value: number) => Prisma.raw(String(value));
const bitIf = (test: Prisma.Sql, bit: number) => Prisma.sql`case when ${test} then ${number(bit)} else 0 end`;

/** A list of words as bits; none only when nothing is known. */
function listBits(column: Prisma.Sql, bits: Bits): Prisma.Sql {
  const each = bits.map(([word, bit]) =>
    bitIf(word === "" ? Prisma.sql`cardinality(${column}) > 0` : Prisma.sql`${word} = any(${column})`, bit),
  );
  return Prisma.join(each, " + ");
}

const bits = Prisma.sql`${listBits(Prisma.sql`times_of_day`, timeBits)} + ${listBits(Prisma.sql`delivery_modes`, modeBits)}
  + (case when not takes_referrals then 9 else case capacity_status when 'open' then 0 when 'assess_first' then 1
      when 'waitlist' then 2 when 'full' then 9 else 3 end end << ${number(roomShift)})
  + (evidence_rank << ${number(evidenceShift)}) + ${bitIf(Prisma.sql`not is_free`, notFreeBit)}
  + ${bitIf(Prisma.sql`interpreters_mentioned`, interpretersBit)} + ${bitIf(Prisma.sql`area_stated`, areaBit)}
  + ${bitIf(Prisma.sql`is_long`, longBit)} + ${bitIf(Prisma.sql`'pregnancy' = any(need_codes)`, pregnancyBit)}
  + ${bitIf(Prisma.sql`cardinality(for_caregivers) > 0`, caregiverBit)} + ${bitIf(Prisma.sql`bands is not null`, bandBit)}`;

const hashed = (column: Prisma.Sql) =>
  Prisma.sql`case when not is_long then (select array_agg(distinct hashtext(w)) from unnest(${column}) w) end`;

/** Rows of listing_search as `fact`, with what listing_reach and listing_words hold of them. */
const facts = (jurisdictionId: string, ids: readonly string[]) => Prisma.sql`
  measured as (
    select *, cardinality(area_zips) + cardinality(area_counties) + cardinality(area_tracts) > ${number(longestList)}
        or cardinality(staff_languages) > ${number(longestList)}
        or cardinality(interpreter_languages) > ${number(longestList)} as is_long,
      array(select 'z' || z from unnest(area_zips) z) || array(select 'c' || c from unnest(area_counties) c)
        || array(select distinct 't' || left(t, 5) from unnest(area_tracts) t)
        || case when cardinality(area_zips) > 0 then array['zz'] else '{}' end as marks
    from listing_search where jurisdiction_id = ${jurisdictionId}::uuid and service_id = any(${ids}::uuid[])),
  fact as (
    select *, ${bits} as bits, least(greatest(coalesce(child_age_min, -9), -9), 32767)::int2 as age_min,
      least(greatest(coalesce(child_age_max, 264), -32767), 264)::int2 as age_max,
      least(greatest(coalesce(days_to_first_contact, 9999), 0), 16383)::int2 as days,
      case when takes_referrals then capacity_as_of else 'infinity' end as told_at,
      ${hashed(Prisma.sql`marks`)} as area, ${hashed(Prisma.sql`staff_languages`)} as staff,
      ${hashed(Prisma.sql`interpreter_languages`)} as interpreter
    from measured)`;

/** From where a row can be found; search-keys.ts asks with the same words. Who comes to the family is found by the area. */
const modes = (...words: string[]) => Prisma.sql`bits & ${number(sumOfBits(modeBits, words))} <> 0`;
const cell = (perDegree: number) =>
  Prisma.sql`floor(latitude * ${number(perDegree)})::int || '.' || floor(longitude * ${number(perDegree)})::int`;
const where = Prisma.sql`
  case when ${modes("home", "video", "phone")} and area_stated then case when is_long then array['w'] else marks end
    when latitude is null or ${modes("video", "phone")} then array['-']
    when ${modes("home")} then array['h' || ${cell(homeCellsPerDegree)}]
    else array[${cell(cellsPerDegree)}] end`;

/** In the order of the keys, so that one piece of the index is written at a time. */
export const reachRows = (jurisdictionId: string, ids: readonly string[]): Prisma.Sql => Prisma.sql`
  with ${facts(jurisdictionId, ids)}
  insert into listing_reach (key, service_id, place_no, need_no, age_min, age_max, bits, days, latitude, longitude,
    capacity_as_of, assured_at, area, staff, interpreter)
  select hashtextextended(jurisdiction_id || ':' || need.code || ':' || found.at, 0) as key, service_id, place_no, need.no,
    age_min, age_max, bits, days, latitude, longitude, told_at, assured_at, area, staff, interpreter
  from fact
  cross join lateral (select '*' as code, 0 as no union all
    select code, least(min(no), 62) from unnest(need_codes) with ordinality n(code, no) group by code) as need
  cross join lateral (select distinct at from unnest(${where}) at) as found
  order by key`;

const folded = Prisma.sql`lower(unaccent(concat_ws(' ', s.name, s.alternate_name, o.name, o.alternate_name)))`;

/** One row a service, of its first place. */
export const wordRows = (jurisdictionId: string, ids: readonly string[]): Prisma.Sql => Prisma.sql`
  with ${facts(jurisdictionId, ids)}
  insert into listing_words (jurisdiction_id, service_id, place_no, age_min, age_max, bits, days, capacity_as_of, assured_at,
    need_codes, staff, interpreter, name, name_folded, words)
  select f.jurisdiction_id, service_id, place_no, age_min, age_max, bits, days, told_at, f.assured_at, f.need_codes, staff,
    interpreter, s.name, ${folded},
    to_tsvector('simple', ${folded} || ' ' || lower(unaccent(left(s.description, 4000) || ' ' || s.family_text::text)))
  from fact f join service s on s.id = f.service_id join organization o on o.id = s.organization_id
  where place_no <= 1`;
