import type { Freshness } from "~/domain/directory/reading/freshness";
import type { ListingResult } from "~/domain/directory/reading/listing-card";
import type { Words } from "~/locales/words";

type Say = Pick<Words, "t">;
type Aged = Pick<ListingResult, "room" | "freshness">;

/** When a person last looked at the listing; an import is not a look. */
export function checkedInWords(
  { t }: Say,
  { checkedDaysAgo: days }: Pick<Freshness, "checkedDaysAgo">,
): string {
  if (days === null) return t("listing:checked.never");
  return days === 0 ? t("listing:checked.today") : t("listing:checked.ago", { count: days });
}

/** How old the word on room is; null where the listing takes no referrals and room says nothing. */
export function toldInWords({ t }: Say, { room, freshness }: Aged): string | null {
  const days = freshness.toldDaysAgo;
  if (room.kind === "closed") return null;
  if (days === null) return t("listing:told.never");
  if (room.kind === "unknown") return t("listing:told.late", { count: days });
  return days === 0 ? t("listing:told.today") : t("listing:told.ago", { count: days });
}

/** Both in one line. A check counts the openings too, so what was told and checked on one day is said once. */
export function freshnessInWords(words: Say, listing: Aged): string {
  const { checkedDaysAgo, toldDaysAgo } = listing.freshness;
  const together =
    checkedDaysAgo !== null && checkedDaysAgo === toldDaysAgo && listing.room.kind !== "unknown";
  const told = together ? null : toldInWords(words, listing);
  return [told, checkedInWords(words, listing.freshness)].filter(Boolean).join(". ");
}
