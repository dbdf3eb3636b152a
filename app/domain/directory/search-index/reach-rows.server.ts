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
} from "../search/search-bits";

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

/** A list as hashes; null of nothing, and of what is too long for the index. */
const hashed = (column: Prisma.Sql) => Prisma.sql`case when is_long or cardinality(${column}) = 0 then null
  else (select array_agg(distinct hashtext(w)) from unnest(${column}) w) end`;

/** Rows of listing_search just written (`found`) as `fact`, with what listing_reach and listing_words hold of them. */
export const factRows = Prisma.sql`
  measured as materialized (
    select *, cardinality(area_zips) + cardinality(area_counties) + cardinality(area_tracts) > ${number(longestList)}
        or cardinality(staff_languages) > ${number(longestList)}
        or cardinality(interpreter_languages) > ${number(longestList)} as is_long,
      case when not area_stated then '{}' else array(select 'z' || z from unnest(area_zips) z)
        || array(select 'c' || c from unnest(area_counties) c)
        || array(select distinct 't' || left(t, 5) from unnest(area_tracts) t)
        || case when cardinality(area_zips) > 0 then array['zz'] else '{}' end end as marks
    from found),
  fact as materialized (
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
    when latitude is null or longitude is null or ${modes("video", "phone")} then array['-']
    when ${modes("home")} then array['h' || ${cell(homeCellsPerDegree)}]
    else array[${cell(cellsPerDegree)}] end`;

/** In the order of the keys, so that one piece of the index is written at a time. A word that stands twice counts where it is first. */
export const reachRows = Prisma.sql`
  insert into listing_reach (key, service_id, place_no, need_no, age_min, age_max, bits, days, latitude, longitude,
    capacity_as_of, assured_at, area, staff, interpreter)
  select hashtextextended(jurisdiction_id || ':' || need.code || ':' || spot.at, 0) as key, service_id, place_no, need.no,
    age_min, age_max, bits, days, latitude, longitude, told_at, assured_at, area, staff, interpreter
  from (select *, array['*'] || need_codes as needs, ${where} as spots from fact offset 0) f
  cross join lateral (select code, least(no - 1, 62) as no from unnest(needs) with ordinality n(code, no)
    where array_position(needs, code) = no) as need
  cross join lateral (select at from unnest(spots) with ordinality u(at, no) where array_position(spots, at) = no) as spot
  order by key`;

/** One row a service, of its first place. */
export const wordRows = Prisma.sql`
  insert into listing_words (jurisdiction_id, service_id, place_no, age_min, age_max, bits, days, capacity_as_of, assured_at,
    need_codes, staff, interpreter, name, name_folded, words)
  select f.jurisdiction_id, f.service_id, f.place_no, age_min, age_max, bits, days, told_at, f.assured_at, f.need_codes, staff,
    interpreter, f.name, w.name_folded, w.words
  from fact f join written w on w.service_id = f.service_id and w.place_no = f.place_no
  where f.place_no <= 1`;
