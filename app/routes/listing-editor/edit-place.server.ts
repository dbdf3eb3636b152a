import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { sayUnsaved } from "~/auth/say-unsaved.server";
import { type DeskArgs, deskAction, deskActs } from "~/auth/desk.server";
import { getListing, saveListingPlace } from "~/domain/directory/index.server";
import { openPlaces } from "~/domain/directory/places/open-places";
import { type EditorDesk, editorFrame, listingsPath } from "./editor-frame.server";
import { languageOfRequest } from "~/locales/language-of-request.server";
import { areaChoices, withAreas } from "./fill-areas.server";
import { onePlaceFields } from "./listing-fields";
import { deskWords } from "../desk-words.server";
import { onePlaceValues } from "./listing-values";
import { ruleInWords } from "./rule-in-words";
import { keepingValues, listingForm, readFields, unsaved } from "./read-fields.server";

/** What the form of one place shows, or of a new one, on either desk. */
export async function loadPlace(args: DeskArgs, desk: EditorDesk) {
  const { row } = await getListing(args.ctx, { id: args.params.id ?? "" });
  const editor = await editorFrame(args, desk);
  const place = openPlaces(row).find((one) => one.id === args.params.place);
  if (!place && args.params.place !== "new") throw new Response(null, { status: 404 });
  return {
    editor,
    isNew: !place,
    areas: await areaChoices(args.ctx, languageOfRequest(args.request)),
    listing: { id: row.id, name: row.name, version: row.version },
    values: onePlaceValues(row, place),
    rule: ruleInWords(await deskWords(args, "provider-listings"), place?.schedules ?? []),
  };
}

const placeActs = (desk: EditorDesk) =>
  deskActs({
    save: [
      listingForm,
      async ({ input: { version, ...typed }, ...args }) => {
        const { id = "", place } = args.params;
        const values = await withAreas(args.ctx, readFields(onePlaceFields, typed));
        const placeId = place === "new" ? null : (place ?? "");
        return keepingValues(args, values, async () => {
          await saveListingPlace(args.ctx, { id, version, placeId, values });
          return redirect(`${listingsPath(desk, args.params)}/${id}/edit/when_where?place`, 303);
        });
      },
    ],
  });

/** Hiding a place looks at whatever the directory says of it. */
export const placeAction = (desk: EditorDesk) => (args: ActionFunctionArgs) =>
  sayUnsaved(args, deskAction(desk, placeActs(desk), { timeout: 60_000 }), (form) =>
    unsaved(onePlaceFields, form),
  );
export type LoadedPlace = Awaited<ReturnType<typeof loadPlace>>;
