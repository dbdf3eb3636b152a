import type { Ctx } from "~/domain/kernel/context";
import { listListings } from "~/domain/directory/index.server";
import type { Words } from "~/locales/words";
import { describeOpenings } from "./describe-openings";
import type { InboxView, OpeningsView } from "./view";

type Listed = Awaited<ReturnType<typeof listListings>>[number];
/** The side card shows so many; the rest are on the listings page. */
const shownAtOnce = 4;

export type DeskListings = {
  openings: OpeningsView[];
  strip: InboxView["strip"];
  /** Openings left of one listing, or null when that is not a known number. */
  left: (serviceId: string) => number | null;
};

/** The organization's published listings: openings for the side card (the referral's own first), and how many are due. */
export async function readDeskListings(
  ctx: Ctx,
  words: Words,
  uses: { serviceId: string; name: string } | null,
): Promise<DeskListings> {
  const listings = await listListings(ctx);
  const published = listings.filter(({ state }) => state === "published");
  const due = published.filter((listing) => listing.due);
  const first = (listing: Listed) => (listing.id === uses?.serviceId ? 0 : 1);
  const openings = [...published]
    .sort((one, other) => first(one) - first(other))
    .slice(0, shownAtOnce)
    .map((listing) => describeOpenings(words, listing, uses));
  const strip =
    due.length > 0
      ? { count: due.length, words: words.t("due.words", { count: due.length, total: published.length }) }
      : null;
  const left = (serviceId: string) => listings.find(({ id }) => id === serviceId)?.available ?? null;
  return { openings, strip, left };
}
