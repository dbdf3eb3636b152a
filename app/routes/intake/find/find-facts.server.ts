import type { DeskArgs } from "~/auth/desk.server";
import { searchListings } from "~/domain/directory/index.server";
import { type SearchCriteria, searchCriteriaSchema } from "~/domain/directory/search-criteria";
import type { CallView as Call } from "~/domain/households/call-views";
import { listCallReferrals } from "~/domain/referrals/index.server";
import type { CallReferral } from "~/domain/referrals/list-call-referrals.server";
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
};

/** Everything the find-and-refer screen stands on. */
export async function readFindFacts({ ctx }: DeskArgs, call: Call): Promise<FindFacts> {
  const search = searchOf(call);
  const found = search.criteria ? await searchListings(ctx, { criteria: search.criteria }) : null;
  // A referral binds its call to the family: without one nothing was sent on this call.
  const done = call.family ? await listCallReferrals(ctx, { callId: call.id }) : [];
  return { call, search, found, done };
}
