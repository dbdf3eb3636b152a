import type { Ctx } from "../../kernel/context";
import { needsInForce } from "../code-lists/needs-in-force.server";
import { areasInForce } from "../areas/areas-in-force.server";
import { needs } from "../needs/needs";
import { centreOf } from "../places/centre-of.server";
import { countyOfPoint } from "../places/county-places";
import { expandTopics } from "./expand-topics";
import type { SearchSort } from "./order-sql.server";
import type { SearchCriteria } from "./search-criteria";
import { weighTopics } from "./weigh-topics.server";
import type { AskedSearch } from "./search-sql.server";

const ownWords = new Map(needs.map(({ code, en }) => [code, en]));

/** Counties of the jurisdiction: where its middle is and its areas are; none where it has not said where it is. */
async function ownCounties(
  ctx: Ctx,
  { said, codeListsVersion, ...centre }: Awaited<ReturnType<typeof centreOf>>,
) {
  if (!said) return [];
  const { counties } = await areasInForce(ctx, codeListsVersion);
  return [...counties, countyOfPoint(centre)?.fips ?? ""];
}

/** Criteria with what their words stand for in the actor's jurisdiction, and from where they are looked at. */
export async function askedSearch(
  ctx: Ctx,
  criteria: SearchCriteria,
  sort?: SearchSort,
): Promise<AskedSearch & { ownCounties: readonly string[] }> {
  const centre = await centreOf(ctx);
  const inForce = await needsInForce(ctx, centre.codeListsVersion);
  const topics = expandTopics(criteria, (code) => ownWords.get(code) ?? [], inForce.topics);
  return {
    jurisdictionId: ctx.actor.jurisdictionId,
    criteria,
    topics,
    words: await weighTopics(ctx, topics, centre.codeListsVersion),
    centre: centre.said ? centre : null,
    ownCounties: await ownCounties(ctx, centre),
    now: ctx.clock.now(),
    ...(sort && { sort }),
  };
}
