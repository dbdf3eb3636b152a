import { chipsOf, emptyCriteria } from "~/domain/directory/search/search-criteria";
import { misfitInWords } from "~/listing-words/misfit-in-words";
import type { Words } from "~/locales/words";
import { roomWords } from "./describe-listing.server";
import type { FindFacts } from "./find-facts.server";
import type { FoundListing } from "./search-result";
import type { FitView } from "./view";

/** Whether this family is not to be offered the program, whatever else fits. */
const isParked = ({ parked }: FindFacts, { serviceId }: FoundListing): boolean =>
  [...parked.declined, ...parked.conflict].includes(serviceId);

/** Why one program is not among the results of a call, or that none of the call's rules leaves it out. */
export function describeFit(
  words: Words,
  facts: FindFacts,
  listing: FoundListing,
  isShown: boolean,
): FitView {
  const { t } = words;
  const criteria = facts.search.criteria ?? emptyCriteria;
  const broken = misfitInWords(words, listing, criteria.radiusMiles);
  const fails = [...broken, ...(isParked(facts, listing) ? [t("fit.parked")] : [])];
  const { takingReferrals } = listing.match;
  return {
    fails,
    notes: [
      ...(broken.length > 0 ? [t("fit.off")] : []),
      ...(fails.length === 0 ? [t(chipsOf(criteria).length > 0 ? "fit.none" : "fit.nothingAsked")] : []),
      ...(takingReferrals ? [] : [t("fit.closed", { room: roomWords(words, listing).room.words })]),
      ...(fails.length === 0 && takingReferrals && !isShown ? [t("fit.byWords")] : []),
    ],
  };
}
