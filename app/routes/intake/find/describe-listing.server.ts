import { dialAddress } from "~/domain/directory/reading/phone-number";
import { checkedInWords, freshnessInWords, toldInWords } from "~/listing-words/freshness-in-words";
import { misfitInWords } from "~/listing-words/misfit-in-words";
import { nameInWords } from "~/listing-words/name-in-words";
import { phoneInWords } from "~/listing-words/phone-in-words";
import { placeInRow } from "~/listing-words/place-in-words";
import { reasonsInWords, repliesInWords } from "~/listing-words/reasons-in-words";
import { roomInWords } from "~/listing-words/room-in-words";
import { saidInWords } from "~/listing-words/said-in-words";
import { summaryInWords } from "~/listing-words/summary-in-words";
import type { Words } from "~/locales/words";
import { pageOfPosition, rowsBefore } from "./row-position";
import type { FoundListing } from "./search-result";
import type { ClosedView, Mark, MisfitView, RowView } from "./view";

const marks = {
  openings: "check",
  open: "check",
  waitlist: "clock",
  unknown: "phone",
  assess_first: "text",
  full: "clock",
  closed: "clock",
} as const satisfies Record<FoundListing["room"]["kind"], Mark>;

/** Room as its tag says it, with the word beside it: how soon they answer, or that nobody knows. */
export function roomWords(words: Words, listing: FoundListing): Pick<RowView, "room" | "beside"> {
  const { kind, tone, words: said } = roomInWords(words, listing);
  const room = { tone, mark: marks[kind], words: said };
  if (kind === "unknown") return { room, beside: toldInWords(words, listing) };
  const taking = kind !== "full" && kind !== "closed";
  return { room, beside: taking ? repliesInWords(words, listing) : null };
}

/** Who gives it, and where. */
export function whereWords(words: Words, listing: FoundListing): string {
  return [listing.card.organizationName, placeInRow(words, listing)].filter(Boolean).join(" · ");
}

/** How old its facts are; what nobody checked for long is a doubt, and of unknown room the tag speaks. */
function agesOf(words: Words, listing: FoundListing): { doubts: string[]; checked: string } {
  const checked = checkedInWords(words, listing.freshness);
  if (listing.freshness.review === "stale") return { doubts: [checked], checked: "" };
  return {
    doubts: [],
    checked: listing.room.kind === "unknown" ? checked : freshnessInWords(words, listing),
  };
}

/** The number to call, to be tapped. */
function phoneOf(words: Words, { card }: FoundListing): RowView["phone"] {
  const said = phoneInWords(words, card);
  return said && card.phone
    ? { words: said, href: dialAddress(card.phone.number, card.phone.extension) }
    : null;
}

/** One row of the results, all in words. */
export function describeListing(
  words: Words,
  listing: FoundListing,
  at: number,
  kept: ReadonlySet<string>,
  done: ReadonlyMap<string, string> = new Map(),
): RowView {
  const { ticks, asks } = reasonsInWords(words, listing);
  const { doubts, checked } = agesOf(words, listing);
  return {
    at,
    number: at - rowsBefore(pageOfPosition(at)),
    slug: listing.card.slug,
    name: nameInWords(words, listing).name,
    where: whereWords(words, listing),
    phone: phoneOf(words, listing),
    about: summaryInWords(words, listing),
    says: saidInWords(words, listing),
    ...roomWords(words, listing),
    ticks,
    asks: [...asks, ...doubts],
    checked,
    kept: kept.has(listing.serviceId),
    done: done.get(listing.serviceId) ?? null,
  };
}

/** A program that the search leaves out, and why. */
export function describeMisfit(words: Words, listing: FoundListing, within: number): MisfitView {
  return {
    slug: listing.card.slug,
    name: nameInWords(words, listing).name,
    where: whereWords(words, listing),
    fails: misfitInWords(words, listing, within),
  };
}

/** A program that takes no referrals now, in words. */
export function describeClosed(words: Words, listing: FoundListing): ClosedView {
  return {
    slug: listing.card.slug,
    name: nameInWords(words, listing).name,
    where: whereWords(words, listing),
    words: roomWords(words, listing).room.words,
  };
}
