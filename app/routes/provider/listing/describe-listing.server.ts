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

/** One listing of the organization as its row says it. */
export function describeListing(words: Words, one: Listed) {
  const { openings } = one.freshness;
  const asks = openings === "late" || openings === "ask" ? "dueOpenings" : "dueCheck";
  return {
    ...one,
    room: roomInWords(words, one),
    told: toldInWords(words, one),
    waitlist: waitlistInWords(words, one),
    checked: checkedInWords(words, one.freshness),
    published: one.state === "published",
    due: one.due ? words.t(`provider-listings:list.${asks}`) : null,
  };
}
