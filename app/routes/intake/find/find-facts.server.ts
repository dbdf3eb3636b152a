import type { DeskArgs } from "~/auth/desk.server";
import { listMisfits, recordUnmetNeed, searchListings } from "~/domain/directory/index.server";
import { type SearchCriteria, searchCriteriaSchema } from "~/domain/directory/search/search-criteria";
import type { CallView as Call } from "~/domain/households/call-views";
import type { Ctx } from "~/domain/kernel/context";
import { isId } from "~/domain/kernel/ids";
import type { ParkedServices } from "~/domain/referrals/sending/list-parked-services.server";
import type { CallInformation } from "~/domain/referrals/following/list-call-information.server";
import { listCallInformation, listCallReferrals, listParkedServices } from "~/domain/referrals/index.server";
import type { CallReferral } from "~/domain/referrals/following/list-call-referrals.server";
import { pageOfPosition, positionOf, rowsBefore } from "./row-position";
import type { FoundListing, SearchListingsResult } from "./search-result";

/**
 * What a call keeps beside its criteria: the words of the line that changed nothing, and of a new wish what counts it
 * once when nothing is open.
 */
const [notUsedKey, wishKey] = ["notUsed", "wish"];

export type CallSearch = { criteria: SearchCriteria | null; notUsed: string[]; wish: string | null };

/** The search of a call as it was kept; none yet, or one that no longer parses, is no search. */
export function searchOf(call: Call): CallSearch {
  if (Object.keys(call.criteria).length === 0) return { criteria: null, notUsed: [], wish: null };
  const parsed = searchCriteriaSchema.safeParse(call.criteria);
  const { [notUsedKey]: notUsed, [wishKey]: wish } = call.criteria;
  return {
    criteria: parsed.success ? parsed.data : null,
    notUsed: Array.isArray(notUsed) ? notUsed.map(String) : [],
    wish: typeof wish === "string" && isId(wish) ? wish : null,
  };
}

/** Criteria as a call keeps them. */
export function keptSearch(
  criteria: SearchCriteria,
  notUsed: readonly string[],
  wish: string | null,
): Record<string, never> {
  const kept = { ...criteria, [notUsedKey]: notUsed, [wishKey]: wish };
  return JSON.parse(JSON.stringify(kept)) as Record<string, never>;
}

export type FindFacts = {
  call: Call;
  search: CallSearch;
  found: SearchListingsResult | null;
  /** Programs that are close but left out; null unless the address asks for them. */
  misfits: FoundListing[] | null;
  /** Rows on the pages before the one that is shown. */
  before: number;
  done: CallReferral[];
  information: CallInformation[];
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

type Page = { found: SearchListingsResult; before: number };

/** The page of results that holds the row of the address; the last one where there are fewer by now. */
async function readPage(
  { ctx, url }: DeskArgs,
  asked: { criteria: SearchCriteria; leaveOut: string[] },
): Promise<Page> {
  const page = pageOfPosition(positionOf(url));
  const found = await searchListings(ctx, { ...asked, page });
  if (found.results.length > 0 || page <= found.pages) return { found, before: rowsBefore(page) };
  const last = await searchListings(ctx, { ...asked, page: found.pages });
  return { found: last, before: rowsBefore(found.pages) };
}

/** Everything the find-and-refer screen stands on. */
export async function readFindFacts(args: DeskArgs, call: Call): Promise<FindFacts> {
  const { ctx } = args;
  const search = searchOf(call);
  const parked = await parkedOf(ctx, call);
  const leaveOut = [...parked.declined, ...parked.conflict];
  const { criteria, wish } = search;
  const page = criteria ? await readPage(args, { criteria, leaveOut }) : null;
  const found = page?.found ?? null;
  const misfits =
    criteria && args.url.searchParams.has("why") ? await listMisfits(ctx, { criteria, leaveOut }) : null;
  if (found && wish) await recordUnmetNeed(ctx, { wish, criteria: found.criteria, open: found.openWell });
  // A referral binds its call to the family: without one nothing was sent on this call.
  const done = call.family ? await listCallReferrals(ctx, { callId: call.id }) : [];
  const information = await listCallInformation(ctx, { callId: call.id });
  return { call, search, found, before: page?.before ?? 0, misfits, done, information, parked };
}
