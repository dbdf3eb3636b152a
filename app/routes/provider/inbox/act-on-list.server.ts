import { redirect } from "@remix-run/node";
import { z } from "zod";
import { type DeskArgs, deskActs } from "~/auth/desk.server";
import { text } from "~/auth/form-fields";
import { confirmListing, listListings, setOpenings } from "~/domain/directory/index.server";
import { confirmedAtOnce } from "~/domain/directory/reading/freshness";
import { isId } from "~/domain/kernel/ids";
import { pathTo } from "~/paths";
import { stageAsked } from "./stage-asked";

const backTo = ({ params, url }: DeskArgs, back: string, done: string) => {
  const stage = stageAsked(url) ?? "new";
  const path = isId(back)
    ? pathTo("/provider/:org/referrals/:id", { org: params.org, id: back })
    : pathTo("/provider/:org/referrals", { org: params.org });
  return redirect(`${path}?stage=${stage}&${done}`, 303);
};

const openings = z.object({
  serviceId: text,
  version: text,
  available: z.coerce.number(),
  change: z.coerce.number().default(0),
  back: text,
});

/** Acts of the inbox that concern no one referral. */
export const listActs = deskActs({
  /** − 3 +, or a number typed: openings of one listing, known from now on. */
  openings: [
    openings,
    async ({ input, ...args }) => {
      const { serviceId: id, version, available, change, back } = input;
      await setOpenings(args.ctx, { id, version, available: Math.max(0, available + change) });
      return backTo(args, back, "done=openings");
    },
  ],
  /** "All still right": confirms the first listings that are due. */
  "confirm-listings": [
    z.object({}),
    async (args) => {
      const due = (await listListings(args.ctx)).filter((listing) => listing.due).slice(0, confirmedAtOnce);
      for (const { id, version } of due) await confirmListing(args.ctx, { id, version });
      return backTo(args, "", `done=listings&count=${due.length}`);
    },
  ],
});
