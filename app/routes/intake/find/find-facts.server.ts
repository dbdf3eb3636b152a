import type { DeskArgs } from "~/auth/desk.server";
import { searchListings } from "~/domain/directory/index.server";
import { type SearchCriteria, searchCriteriaSchema } from "~/domain/directory/search/search-criteria";
import type { CallView as Call } from "~/domain/households/call-views";
import type { Ctx } from "~/domain/kernel/context";
import type { ParkedServices } from "~/domain/referrals/sending/list-parked-services.server";
import { listCallReferrals, listParkedServices } from "~/domain/referrals/index.server";
import type { CallReferral } from "~/domain/referrals/following/list-call-referrals.server";
import type { SearchListingsResult } from "./search-result";

/** What a call keeps beside its criteria: the words of the line that changed nothing. */
const notUsedKey = "notUsed";

export type CallSearch = { criteria: SearchCriteria | null; notUsed: string[] };

/** The search of a call as it was kept; none yet, or one that no longer parses, is no search. */
export function searchOf(call: Call): CallSearch {
  if (Object.keys(call.criteria).length === 0) return { criteria: null, notUsed: [] };
  const parsed = searchCriteriaSchema.safeParse(call.criteria);
  const notUsed = call.criteria[notUsedKey];
  return {
    criteria: parsed.success ? parsed.data : null,
    notUsed: Array.isArray(notUsed) ? notUsed.map(String) : [],
  };
}

/** Criteria as a call keeps them. */
export function keptSearch(criteria: SearchCriteria, notUsed: readonly string[]): Record<string, never> {
  return JSON.parse(JSON.stringify({ ...criteria, [notUsedKey]: notUsed })) as Record<string, never>;
}

export type FindFacts = {
  call: Call;
  search: CallSearch;
  found: SearchListingsResult | null;
  done: CallReferral[];
  parked: ParkedServices;
};

/** What the family of this call is not to be offered; nothing while the call has no family. */
async function parkedOf(ctx: Ctx, call: Call): Promise<ParkedServices> {
  if (!call.family) return { declined: [], conflict: [] };
  return listParkedServices(ctx, { householdId: call.family.householdId });
}

/** The same as one list, for a search on this call. */
export async function leftOut(ctx: Ctx, call: Call): Promise<string[]> {
  const { declined, conflict } = await parkedOf(ctx, call);
  return [...declined, ...conflict];
}

/** Everything the find-and-refer screen stands on. */
export async function readFindFacts({ ctx }: DeskArgs, call: Call): Promise<FindFacts> {
  const search = searchOf(call);
  const parked = await parkedOf(ctx, call);
  const leaveOut = [...parked.declined, ...parked.conflict];
  const found = search.criteria ? await searchListings(ctx, { criteria: search.criteria, leaveOut }) : null;
  // A referral binds its call to the family: without one nothing was sent on this call.
  const done = call.family ? await listCallReferrals(ctx, { callId: call.id }) : [];
  return { call, search, found, done, parked };
}
