import { Prisma } from "~/db/generated/client";
import { metShift } from "../search/met-topic";

/** What meets less of the root of a topic than this is not kept: one and a half hundredths of what its best way gives. */
const leastRoot = 0.12;

/**
 * A query of what listings meet of the topics of listing_topic_word: (topic, `per`, weight), the weight as met-topic.ts reads it: of the best way the root of
 * what it gives in thousandths, and beside it the best of the ways that are met whole, else of the others. `said`: rows of
 * (jurisdiction_id, term, `per`, weight); `per`: what is one listing there.
 */
export const topicsMet = (said: Prisma.Sql, per: Prisma.Sql): Prisma.Sql => Prisma.sql`
  select topic, ${per}, (round(least(1, max(got)) * 1000)::int << ${Prisma.raw(String(metShift))})
    + (max((entire::int8 << 50) + (round(got * 1000000)::int8 << ${Prisma.raw(String(metShift))}) + (way << 1) + entire) & 511)::int as weight
  from (select topic, way, ${per}, sum(root * weight) / 1000 as got, (count(*) = min(words))::int as entire
    from listing_topic_word join ${said} using (jurisdiction_id, term) group by topic, way, ${per}) as met
  group by topic, ${per} having max(got) >= ${Prisma.raw(String(leastRoot))}`;

/** A row that somebody else wrote meanwhile is written over. */
export const replaceTerms = Prisma.sql`on conflict (term, cell, service_id) do update
  set weight = excluded.weight, may = excluded.may, age_min = excluded.age_min, age_max = excluded.age_max`;
