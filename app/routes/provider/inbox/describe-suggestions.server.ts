import type { Ctx } from "~/domain/kernel/context";
import { suggestPrograms } from "~/domain/referrals/index.server";
import type { ReferralView } from "~/domain/referrals/reading/referral-views";
import type { InboxWords } from "./inbox-words.server";

export type SuggestedProgram = { slug: string; name: string; words: string };

/** Three other programs that fit what the family asks for, in words. */
export async function describeSuggestions(
  ctx: Ctx,
  words: InboxWords,
  view: ReferralView,
): Promise<SuggestedProgram[]> {
  const found = await suggestPrograms(ctx, view);
  return found.map(({ card, room }) => ({
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
