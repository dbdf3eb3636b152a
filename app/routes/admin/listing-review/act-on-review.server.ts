import { redirect } from "@remix-run/node";
import { z } from "zod";
import { type DeskArgs, deskActs } from "~/auth/desk.server";
import { list, text, ticked } from "~/auth/form-fields";
import {
  publishListing,
  recordPhoneCheck,
  sendBackListing,
  undoFieldChange,
  unpublishListing,
} from "~/domain/directory/index.server";
import { listingSections } from "~/domain/directory/editing/listing-sections";
import { unpublishReasons } from "~/domain/directory/review/unpublish-reasons";
import { resolveConcern } from "~/domain/feedback/index.server";
import { concernResolutions } from "~/domain/feedback/concern-resolutions";
import { pathTo } from "~/paths";

const version = z.object({ version: text });
const idOf = ({ id }: DeskArgs["params"]) => id ?? "";
const done = (params: DeskArgs["params"], notice: string) =>
  redirect(`${pathTo("/admin/listing-review/:id", { id: params.id })}?${notice}`, 303);

/** What the agency's administrator does with one listing, then back to its page saying what was done. */
export const reviewActs = deskActs({
  phoned: [
    version,
    async ({ ctx, params, input }) => {
      await recordPhoneCheck(ctx, { id: idOf(params), ...input });
      return done(params, "phoned");
    },
  ],
  publish: [
    version,
    async ({ ctx, params, input }) => {
      await publishListing(ctx, { id: idOf(params), ...input });
      return done(params, "published");
    },
  ],
  "send-back": [
    version.extend({ sections: list(z.enum(listingSections)) }),
    async ({ ctx, params, input }) => {
      await sendBackListing(ctx, { id: idOf(params), ...input });
      return done(params, "sent-back");
    },
  ],
  undo: [
    version.extend({ changeId: text }),
    async ({ ctx, params, input }) => {
      await undoFieldChange(ctx, input);
      return done(params, "undone");
    },
  ],
  settle: [
    z.object({ concernId: text, resolution: z.enum(concernResolutions, "required") }),
    async ({ ctx, params, input: { concernId, resolution } }) => {
      await resolveConcern(ctx, { id: concernId, resolution });
      return done(params, "settled");
    },
  ],
  unpublish: [
    version.extend({ reason: z.enum(unpublishReasons, "required"), doNotList: ticked }),
    async ({ ctx, params, input }) => {
      await unpublishListing(ctx, { id: idOf(params), ...input });
      return done(params, input.doNotList ? "do-not-list" : "unpublished");
    },
  ],
});
