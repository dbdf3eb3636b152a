import { Prisma } from "~/db/generated/client";
import {
  allBits,
  anyLanguage,
  areaBit,
  bandBit,
  type Bits,
  caregiverBit,
  cellsPerDegree,
  evidenceShift,
  homeCellsPerDegree,
  interpretersBit,
  languageBitSql,
  longBit,
  longestList,
  mayBeFreeBit,
  mayBePregnantBit,
  mostMarks,
  modeBits,
  notFreeBit,
  pregnancyBit,
  roomShift,
  sumOfBits,
  timeBits,
} from "../search/search-bits";
import { replaceTerms, topicsMet } from "./topics-met.server";

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

/** Rows of listing_search just written (`found`) as `fact`, with what the tables that are ranked hold of them. */
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
const whereOf = (everywhere: Prisma.Sql) => Prisma.sql`
  case when ${modes("home", "video", "phone")} and area_stated then case when ${everywhere} then array['w'] else marks end
    when latitude is null or longitude is null or ${modes("video", "phone")} then array['-']
    when ${modes("home")} then array['h' || ${cell(homeCellsPerDegree)}]
    else array[${cell(cellsPerDegree)}] end`;

/** In the order of the keys, so that one piece of the index is written at a time. A mark that stands twice counts once. */
export const reachRows = Prisma.sql`
  insert into listing_reach (key, service_id, place_no, once, age_min, age_max, bits, days, latitude, longitude,
    capacity_as_of, assured_at, area, staff, interpreter)
  select hashtextextended(jurisdiction_id || ':' || spot.at, 0) as key, service_id, place_no, no = 1,
    age_min, age_max, bits, days, latitude, longitude, told_at, assured_at, area, staff, interpreter
  from (select *, ${whereOf(Prisma.sql`is_long`)} as spots from fact offset 0) f
  cross join lateral (select at, no from unnest(spots) with ordinality u(at, no) where array_position(spots, at) = no) as spot
  order by key`;

const all = (list: Bits) => {
  const bit = number(allBits(list));
  return Prisma.sql`case when bits & ${bit} = 0 then ${bit} else bits & ${bit} end`;
};
/** What a place may be, as `mayHold` asks. */
const may = Prisma.sql`${all(timeBits)} + ${all(modeBits)} + ${bitIf(Prisma.sql`bits & ${number(notFreeBit)} = 0`, mayBeFreeBit)}
  + ${bitIf(Prisma.sql`bits & ${number(pregnancyBit)} <> 0`, mayBePregnantBit)}
  + case when interpreters_mentioned or cardinality(staff_languages) = 0 then ${number(anyLanguage)} else coalesce((
      select bit_or(${Prisma.raw(languageBitSql("l"))}) from unnest(staff_languages || interpreter_languages) l), 0) end`;

/** What a need weighs that a source's categories were taken for, and nobody has confirmed. */
const unassuredNeed = 450;
/** Words of each service with what they weigh; a need is a word too, and so is a congregation. What it meets of known topics stands beside them. */
export const termRows = Prisma.sql`
  spoken as materialized (
    select w.jurisdiction_id, w.service_id, t.lexeme, t.weight
    from written w cross join lateral (
      select lexeme, weight from listing_terms(w.told_name, w.told_organization, w.categories, w.told_text)
      union all select 'need:' || code, case when w.assured_at is null then ${number(unassuredNeed)} else 1000 end::int2 from unnest(w.need_codes) code
      union all select 'is:religious', 1000::int2 where is_religious(w.told_name || ' ' || w.told_organization)) t
    where w.place_no <= 1),
  term as materialized (
    select jurisdiction_id, service_id, hashtextextended(jurisdiction_id || ':' || lexeme, 0) as term, max(weight) as weight
    from spoken group by 1, 2, 3),
  within as materialized (select service_id, array_agg(distinct hashtext(spot)) as cells, bit_or(${may}) as may,
      min(age_min) as age_min, max(age_max) as age_max
    from fact, unnest(${whereOf(Prisma.sql`cardinality(marks) > ${number(mostMarks)}`)}) as spot group by service_id),
  termed as (
    insert into listing_term (term, cell, service_id, weight, may, age_min, age_max)
    select t.term, cell, t.service_id, t.weight, may, age_min, age_max
    from (select term, service_id, weight from term
      union all select * from (${topicsMet(Prisma.sql`term`, Prisma.sql`service_id`)}) as met) as t (term, service_id, weight)
    join within using (service_id), unnest(within.cells) as cell
    order by 1, 2, 3
    ${replaceTerms}),
  terms as (select service_id, array_agg(term) as terms from term group by service_id)`;

/** One row a service: of the place that has room, where openings are counted by place, else of its first. */
export const wordRows = Prisma.sql`
  insert into listing_words (jurisdiction_id, service_id, place_no, age_min, age_max, bits, days, capacity_as_of, assured_at,
    staff, interpreter, latitude, longitude, name, name_folded, name_key, organization_key, words, terms, cells)
  select f.jurisdiction_id, f.service_id, f.place_no, f.age_min, f.age_max, bits, days, told_at, f.assured_at, staff,
    interpreter, f.latitude, f.longitude, f.name, w.name_folded,
    line_key(w.told_name), line_key(coalesce(w.told_organization, '')), w.words, coalesce(t.terms, '{}'), within.cells
  from (select distinct on (service_id) * from fact
    order by service_id, bits >> ${number(roomShift)} & 15, told_at desc nulls last, place_no) f
  join written w on w.service_id = f.service_id and w.place_no <= 1
  join within on within.service_id = f.service_id left join terms t on t.service_id = f.service_id`;
