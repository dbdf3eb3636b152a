import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { deskAction, deskLoader } from "~/auth/desk.server";
import {
  confirmListing,
  confirmListings,
  listListings,
  pauseListing,
  setOpenings,
} from "~/domain/directory/index.server";
import { countNewFamilies } from "~/domain/referrals/index.server";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/card";
import { pageHandle } from "~/ui/page/page-handle";
import { Banner } from "~/ui/tag";
import { describeDue, readKeys } from "./listing/describe-due.server";
import { describeListing } from "./listing/describe-listing.server";
import { DueStrip } from "./listing/due-strip";
import { ListingTable } from "./listing/listing-table";
import { listingWords } from "../listing-editor/listing-words.server";
import { providerFrame } from "./provider-frame.server";
import { ProviderPage } from "./provider-page";

export const handle = pageHandle<typeof loader>({
  robots: "noindex",
  title: (t) => t("provider-listings:list.title"),
});
const notices = ["openings", "paused", "resumed", "confirmed", "all"] as const;

export const loader = deskLoader("provider", async (args) => {
  const words = listingWords(args);
  const listings = await listListings(args.ctx);
  const checked = listings.flatMap((one) => (one.assuredAt ? [one.assuredAt.getTime()] : []));
  const found =
    checked.length === 0 ? 0 : await countNewFamilies(args.ctx, { since: new Date(Math.max(...checked)) });
  return {
    due: await describeDue(args),
    found,
    allDone: Number(args.url.searchParams.get("all")) || 0,
    frame: await providerFrame(args),
    manages: args.ctx.actor.role === "provider_manager",
    notice: notices.find((one) => args.url.searchParams.has(one)) ?? null,
    rows: listings.map((one) => describeListing(words, one)),
  };
});

export const action = deskAction("provider", async ({ ctx, form, params }) => {
  const back = (notice: string) => redirect(`/provider/${params.org}/listings?${notice}`, 303);
  const key = { id: String(form.get("id") ?? ""), version: Number(form.get("version")) };
  switch (form.get("intent")) {
    case "openings": {
      const change = form.get("change");
      await setOpenings(
        ctx,
        change === null
          ? { ...key, available: Number(form.get("available")) }
          : { ...key, change: Number(change) },
      );
      return back("openings");
    }
    case "waitlist": {
      const typed = (name: string) => String(form.get(name) ?? "");
      await setOpenings(ctx, { ...key, waitlist: { length: typed("length"), days: typed("days") } });
      return back("openings");
    }
    case "confirm-all":
      return back(`all=${await confirmListings(ctx, { keys: readKeys(form) })}`);
    case "pause":
      await pauseListing(ctx, { ...key, paused: true });
      return back("paused");
    case "resume":
      await pauseListing(ctx, { ...key, paused: false });
      return back("resumed");
    default:
      await confirmListing(ctx, key);
      return back("confirmed");
  }
});

/** The organization's listings: room, last checked, what is due, and openings on every row. */
export default function Listings() {
  const { frame, rows, manages, notice, due, found, allDone } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation("provider-listings");
  const add = `/provider/${frame.org}/listings/new`;
  return (
    <ProviderPage
      frame={frame}
      here="listings"
      title={t("list.title")}
      lede={t("list.lede")}
      actions={
        manages && (
          <ButtonLink variant="primary" icon="plus" href={add}>
            {t("list.add")}
          </ButtonLink>
        )
      }
    >
      {refused && <Banner tone="warn">{refused.conflict ? t("list.conflict") : t("list.refused")}</Banner>}
      {notice === "all" && allDone > 0 && (
        <Banner>{t("listing-review:strip.notice", { count: allDone })}</Banner>
      )}
      {notice && notice !== "all" && <Banner>{t(`list.notice.${notice}`)}</Banner>}
      {found > 0 && <p>{t("listing-review:strip.found", { count: found })}</p>}
      <DueStrip due={due} path={`/provider/${frame.org}/listings`} />
      {rows.length === 0 ? (
        <EmptyState title={t("list.empty")} icon="list">
          {t("list.emptyMore")}
        </EmptyState>
      ) : (
        <ListingTable rows={rows} org={frame.org} manages={manages} />
      )}
    </ProviderPage>
  );
}
