import { redirect } from "@remix-run/node";
import { z } from "zod";
import { type DeskArgs, deskActs } from "~/auth/desk.server";
import { text } from "~/auth/form-fields";
import { confirmListing, pauseListing, setOpenings, setPlaceOpenings } from "~/domain/directory/index.server";

/** A row of the list says which listing it is; on a listing's own page the path does. */
const key = z.object({ id: text, version: text });
const keyOf = ({ params }: DeskArgs, { id, version }: z.output<typeof key>) => ({
  id: params.id ?? id,
  version,
});

/** Acts on a listing that stand on its own page and in its row of the list, each back to `path`. */
export const listingActs = (path: (args: DeskArgs) => string) => {
  const back = (args: DeskArgs, notice: string) => redirect(`${path(args)}?${notice}`, 303);
  return deskActs({
    openings: [
      key.extend({ available: text, change: z.string().optional() }),
      async ({ input: { available, change, ...input }, ...args }) => {
        const number = change === undefined ? { available } : { change };
        await setOpenings(args.ctx, { ...keyOf(args, input), ...number });
        return back(args, "openings");
      },
    ],
    "place-openings": [
      key.extend({ placeId: text, available: text, change: z.string().optional() }),
      async ({ input: { available, change, placeId, ...input }, ...args }) => {
        const number = change === undefined ? { available } : { change };
        await setPlaceOpenings(args.ctx, { ...keyOf(args, input), placeId, ...number });
        return back(args, "openings");
      },
    ],
    pause: [
      key,
      async ({ input, ...args }) => {
        await pauseListing(args.ctx, { ...keyOf(args, input), paused: true });
        return back(args, "paused");
      },
    ],
    resume: [
      key,
      async ({ input, ...args }) => {
        await pauseListing(args.ctx, { ...keyOf(args, input), paused: false });
        return back(args, "resumed");
      },
    ],
    confirm: [
      key,
      async ({ input, ...args }) => {
        await confirmListing(args.ctx, keyOf(args, input));
        return back(args, "confirmed");
      },
    ],
  });
};
