import type { Ctx } from "~/domain/kernel/context";
import { suggestPrograms } from "~/domain/referrals/index.server";
import type { ReferralView } from "~/domain/referrals/reading/referral-views";
import { nameInWords } from "~/listing-words/name-in-words";
import { roomInWords } from "~/listing-words/room-in-words";
import type { Words } from "~/locales/words";

export type SuggestedProgram = { slug: string; name: string; words: string };

/** Three other programs that fit what the family asks for, in words. */
export async function describeSuggestions(
  ctx: Ctx,
  words: Words,
  view: ReferralView,
): Promise<SuggestedProgram[]> {
  const found = await suggestPrograms(ctx, view);
  return found.map((listing) => ({
    slug: listing.card.slug,
    name: nameInWords(words, listing).name,
    words: [listing.card.organizationName, roomInWords(words, listing).words].join(" · "),
  }));
}
