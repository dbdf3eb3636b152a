import { readSearch, searchListings } from "~/domain/directory/index.server";
import { emptyCriteria } from "~/domain/directory/search-criteria";
import type { Ctx } from "~/domain/kernel/context";
import type { ReferralView } from "~/domain/referrals/referral-views";
import type { InboxWords } from "./inbox-words.server";

export type SuggestedProgram = { slug: string; name: string; words: string };

/** Three other programs that fit what the family asks for, best first, by the same rules as any search. */
export async function suggestPrograms(
  ctx: Ctx,
  words: InboxWords,
  view: ReferralView,
): Promise<SuggestedProgram[]> {
  const { family } = view;
  if (!family) return [];
  const place = family.postalCode
    ? (await readSearch(ctx, { line: family.postalCode })).criteria.place
    : null;
  const criteria = {
    ...emptyCriteria,
    needs: view.needCodes,
    place,
    radiusMiles: 10,
    childAgesMonths: family.childAgesMonths,
  };
  const { results } = await searchListings(ctx, { criteria });
  return results
    .filter(({ serviceId }) => serviceId !== view.service.id)
    .slice(0, 3)
    .map(({ card, room }) => ({
      slug: card.slug,
      name: card.name,
      words: [
        card.organizationName,
        room.available !== null && words.t("status:capacity.openings", { count: room.available }),
      ]
        .filter(Boolean)
        .join(" · "),
    }));
}
