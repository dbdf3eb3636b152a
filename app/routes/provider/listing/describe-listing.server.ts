import type { listListings } from "~/domain/directory/index.server";
import { checkedInWords, toldInWords } from "~/listing-words/freshness-in-words";
import { roomInWords } from "~/listing-words/room-in-words";
import type { Words } from "~/locales/words";

type Listed = Awaited<ReturnType<typeof listListings>>[number];

function waitlistInWords({ t, format }: Pick<Words, "t" | "format">, listed: Listed): string {
  const { room, waitlistLength: families, waitlistDays: days } = listed;
  if (families === null && days === null)
    return t(`provider-listings:list.${room.kind === "waitlist" ? "waitlistOpen" : "waitlistNone"}`);
  return format.list([
    ...(families === null ? [] : [t("provider-listings:list.waitlistFamilies", { count: families })]),
    ...(days === null ? [] : [t("provider-listings:list.waitlistDays", { count: days })]),
  ]);
}

/** The places of a listing by the words that tell them apart; of a confidential one only that it is. */
export function placesInWords({ t }: Pick<Words, "t">, places: Listed["places"]) {
  return places.map(({ id, hidden, where, available }, at) => {
    const words = hidden ? t("provider-listings:places.hidden") : where;
    return { id, available, words: words ?? t("provider-listings:places.nameless", { count: at + 1 }) };
  });
}

/** One listing of the organization as its row says it. */
export function describeListing(words: Words, one: Listed) {
  const { openings } = one.freshness;
  const asks = openings === "late" || openings === "ask" ? "dueOpenings" : "dueCheck";
  return {
    ...one,
    places: placesInWords(words, one.places),
    room: roomInWords(words, one),
    told: toldInWords(words, one),
    waitlist: waitlistInWords(words, one),
    checked: checkedInWords(words, one.freshness),
    published: one.state === "published",
    due: one.due ? words.t(`provider-listings:list.${asks}`) : null,
  };
}
