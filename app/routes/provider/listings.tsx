import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { type DeskArgs, deskAction, deskLoader } from "~/auth/desk.server";
import { list, text } from "~/auth/form-fields";
import { confirmListings, listListings, setOpenings } from "~/domain/directory/index.server";
import { countNewFamilies } from "~/domain/referrals/index.server";
import { pathTo } from "~/paths";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/card";
import { pageHandle } from "~/ui/page/page-handle";
import { Banner } from "~/ui/tag";
import { listingActs } from "./listing/act-on-listing.server";
import { describeDue } from "./listing/describe-due.server";
import { describeListing } from "./listing/describe-listing.server";
import { DueStrip } from "./listing/due-strip";
import { ListingTable } from "./listing/listing-table";
import { deskWords } from "../desk-words.server";
import { providerFrame } from "./provider-frame.server";
import { ProviderPage } from "./provider-page";

export const handle = pageHandle<typeof loader>({
  robots: "noindex",
  title: (t) => t("provider-listings:list.title"),
});
const notices = ["openings", "paused", "resumed", "confirmed", "all"] as const;

export const loader = deskLoader("provider", async (args) => {
  const words = await deskWords(args, "provider-listings");
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

const path = ({ params }: DeskArgs) => pathTo("/provider/:org/listings", { org: params.org });
const key = z.string().transform((typed) => {
  const [id = "", version] = typed.split(" ");
  return { id, version };
});

export const action = deskAction("provider", {
  ...listingActs(path),
  waitlist: [
    z.object({ id: text, version: text, length: text, days: text }),
    async ({ input: { id, version, ...waitlist }, ...args }) => {
      await setOpenings(args.ctx, { id, version, waitlist });
      return redirect(`${path(args)}?openings`, 303);
    },
  ],
  /** The listings of "all still right", as the page showed them: "ID VERSION" each. */
  "confirm-all": [
    z.object({ key: list(key) }),
    async ({ input, ...args }) => {
      const count = await confirmListings(args.ctx, { keys: input.key });
      return redirect(`${path(args)}?all=${count}`, 303);
    },
  ],
});

/** The organization's listings: room, last checked, what is due, and openings on every row. */
export default function Listings() {
  const { frame, rows, manages, notice, due, found, allDone } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation("provider-listings");
  const add = pathTo("/provider/:org/listings/new", { org: frame.org });
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
      <DueStrip due={due} path={pathTo("/provider/:org/listings", { org: frame.org })} />
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
