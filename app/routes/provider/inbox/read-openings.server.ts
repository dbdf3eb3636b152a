import type { Ctx } from "~/domain/kernel/context";
import { listListings } from "~/domain/directory/index.server";
import type { InboxWords } from "./inbox-words.server";
import type { InboxView, OpeningsView } from "./view";

type Listed = Awaited<ReturnType<typeof listListings>>[number];
/** The side card shows so many; the rest are on the listings page. */
const shownAtOnce = 4;

function roomTag({ t }: InboxWords, listing: Listed): OpeningsView["room"] {
  const { room } = listing;
  if (room.kind === "waitlist") {
    const weeks = room.waitlistDays === null ? null : Math.max(1, Math.round(room.waitlistDays / 7));
    return {
      tone: "warn",
      words:
        weeks === null ? t("status:capacity.waitlist") : t("status:capacity.waitlistWeeks", { count: weeks }),
    };
  }
  if (room.kind === "openings")
    return { tone: "ok", words: t("status:capacity.openings", { count: room.available ?? 0 }) };
  const keys = {
    open: "open",
    full: "full",
    assess_first: "assess_first",
    unknown: "unknownMore",
    closed: "paused",
  } as const;
  return { tone: room.kind === "open" ? "ok" : "neu", words: t(`status:capacity.${keys[room.kind]}`) };
}

export type DeskListings = {
  openings: OpeningsView[];
  strip: InboxView["strip"];
  /** Openings left of one listing, or null when that is not a known number. */
  left: (serviceId: string) => number | null;
};

/** The organization's published listings: openings for the side card (the referral's own first), and how many are due. */
export async function readDeskListings(
  ctx: Ctx,
  words: InboxWords,
  uses: { serviceId: string; name: string } | null,
): Promise<DeskListings> {
  const listings = await listListings(ctx);
  const published = listings.filter(({ state }) => state === "published");
  const due = published.filter((listing) => listing.due);
  const first = (listing: Listed) => (listing.id === uses?.serviceId ? 0 : 1);
  const openings = [...published]
    .sort((one, other) => first(one) - first(other))
    .slice(0, shownAtOnce)
    .map((listing) => ({
      serviceId: listing.id,
      version: listing.version,
      name: listing.name,
      available: listing.room.kind === "openings" ? listing.available : null,
      room: roomTag(words, listing),
      uses:
        listing.id === uses?.serviceId && listing.room.kind === "openings"
          ? words.t("openings.uses", { name: uses.name })
          : null,
    }));
  const strip =
    due.length > 0
      ? { count: due.length, words: words.t("due.words", { count: due.length, total: published.length }) }
      : null;
  const left = (serviceId: string) => listings.find(({ id }) => id === serviceId)?.available ?? null;
  return { openings, strip, left };
}
