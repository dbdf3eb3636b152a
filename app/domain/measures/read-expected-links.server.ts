import type { Ctx } from "~/domain/kernel/context";
import { type ExpectedLinks, type ReadBin, type RunExpectation, tellExpected } from "./expected-links";

/**
 * What the linker's run expected of its links, and what readers said of pairs by the chance that they had been given. Null
 * where the run weighed nothing. Its caller has asked for the right.
 */
export async function readExpectedLinks(ctx: Ctx, thresholds: unknown): Promise<ExpectedLinks | null> {
  const { calibration, groups } = thresholds as Partial<RunExpectation>;
  if (!calibration || !groups) return null;
  const edges = calibration.map((bin) => bin.probability_from);
  const readings = await ctx.tx.$queryRawUnsafe<ReadBin[]>(
    `select width_bucket(c.probability, $1::float8[]) - 1 as bin, count(*)::int as read,
       (count(*) filter (where r.answer = 'same'))::int as same
     from link_candidate c join lateral (select answer from link_reading r
       where r.person_id = c.person_id and r.agency_child_id = c.agency_child_id order by r.at desc, r.id desc limit 1) r on true
     where c.probability is not null and r.answer in ('same', 'different') group by 1 order by 1`,
    edges,
  );
  return tellExpected({ calibration, groups }, readings);
}
