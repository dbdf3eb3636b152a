import type { Ctx } from "../../kernel/context";
import { readSearch, searchListings } from "../../directory/index.server";
import type { ListingResult } from "../../directory/reading/listing-card";
import { type SearchCriteria, emptyCriteria } from "../../directory/search/search-criteria";
import type { ReferralView } from "../reading/referral-views";

const radiusMiles = 10;
const count = 3;

async function criteriaOf(
  ctx: Ctx,
  view: Pick<ReferralView, "family" | "needCodes">,
): Promise<SearchCriteria | null> {
  const { family } = view;
  if (!family) return null;
  const place = family.postalCode
    ? (await readSearch(ctx, { line: family.postalCode })).criteria.place
    : null;
  const { childAgesMonths } = family;
  return { ...emptyCriteria, needs: view.needCodes, place, radiusMiles, childAgesMonths };
}

/**
 * Three other programs that fit what a family asked for, in its own language where that can be had, by the rules of any
 * search and best first. Nothing for a reader who may not know what the family asked for. Reads published listings only.
 */
export async function suggestPrograms(
  ctx: Ctx,
  view: Pick<ReferralView, "family" | "needCodes"> & { service: Pick<ReferralView["service"], "id"> },
): Promise<ListingResult[]> {
  const criteria = await criteriaOf(ctx, view);
  if (!criteria) return [];
  const found: ListingResult[] = [];
  const language = view.family?.language;
  for (const languages of language && language !== "en" ? [[language], []] : [[]]) {
    const { results } = await searchListings(ctx, { criteria: { ...criteria, languages } });
    for (const one of results) {
      const known = one.serviceId === view.service.id || found.some((had) => had.serviceId === one.serviceId);
      if (!known && found.length < count) found.push(one);
    }
    if (found.length === count) break;
  }
  return found;
}
