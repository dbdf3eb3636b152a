import type { listListings } from "~/domain/directory/index.server";
import { type CardWords, checkedInWords, roomInWords } from "../../listing-card/describe-card.server";

type Listed = Awaited<ReturnType<typeof listListings>>[number];

/** How old the word on room is, once it says nothing any more; null while it counts. */
function countedInWords({ t }: Pick<CardWords, "t">, { room, countedDaysAgo }: Listed): string | null {
  if (room.kind !== "unknown") return null;
  return countedDaysAgo === null
    ? t("provider-listings:list.neverCounted")
    : t("provider-listings:list.countedLongAgo", { count: countedDaysAgo });
}

function waitlistInWords({ t, format }: Pick<CardWords, "t" | "format">, listed: Listed): string {
  const { room, waitlistLength: families, waitlistDays: days } = listed;
  if (families === null && days === null)
    return t(`provider-listings:list.${room.kind === "waitlist" ? "waitlistOpen" : "waitlistNone"}`);
  return format.list([
    ...(families === null ? [] : [t("provider-listings:list.waitlistFamilies", { count: families })]),
    ...(days === null ? [] : [t("provider-listings:list.waitlistDays", { count: days })]),
  ]);
}

/** One listing of the organization as its row says it. */
export function describeListing(words: CardWords, one: Listed) {
  const { openings } = one.freshness;
  const asks = openings === "late" || openings === "ask" ? "dueOpenings" : "dueCheck";
  return {
    ...one,
    room: roomInWords(words, one),
    counted: countedInWords(words, one),
    waitlist: waitlistInWords(words, one),
    checked: checkedInWords(words, one.freshness.checkedDaysAgo),
    published: one.state === "published",
    due: one.due ? words.t(`provider-listings:list.${asks}`) : null,
  };
}
