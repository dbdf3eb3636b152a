import type { Ctx } from "../../kernel/context";
import { needsInForce } from "../code-lists/needs-in-force.server";
import { needs } from "../needs/needs";
import { centreOf } from "../places/centre-of.server";
import { expandTopics } from "./expand-topics";
import type { SearchSort } from "./order-sql.server";
import type { SearchCriteria } from "./search-criteria";
import { weighTopics } from "./weigh-topics.server";
import type { AskedSearch } from "./search-sql.server";

const ownWords = new Map(needs.map(({ code, en }) => [code, en]));

/** Criteria with what their words stand for in the actor's jurisdiction, and from where they are looked at. */
export async function askedSearch(
  ctx: Ctx,
  criteria: SearchCriteria,
  sort?: SearchSort,
): Promise<AskedSearch> {
  const { codeListsVersion, ...centre } = await centreOf(ctx);
  const inForce = await needsInForce(ctx, codeListsVersion);
  const topics = expandTopics(criteria, (code) => ownWords.get(code) ?? [], inForce.topics);
  return {
    jurisdictionId: ctx.actor.jurisdictionId,
    criteria,
    topics,
    words: await weighTopics(ctx, topics),
    centre,
    now: ctx.clock.now(),
    ...(sort && { sort }),
  };
}
