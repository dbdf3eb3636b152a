import { data, redirect } from "@remix-run/node";
import type { DeskArgs } from "~/auth/desk.server";
import { getListing, saveListingPlace } from "~/domain/directory/index.server";
import { openPlaces } from "~/domain/directory/places/open-places";
import { Invalid } from "~/domain/kernel/errors";
import { type EditorDesk, editorFrame, listingsPath } from "./editor-frame.server";
import { onePlaceFields, readFields } from "./listing-fields";
import { onePlaceValues } from "./listing-values";
import { errorWords, listingWords } from "./listing-words.server";

/** What the form of one place shows, or of a new one, on either desk. */
export async function loadPlace(args: DeskArgs, desk: EditorDesk) {
  const { row } = await getListing(args.ctx, { id: args.params.id ?? "" });
  const editor = await editorFrame(args, desk);
  const place = openPlaces(row).find((one) => one.id === args.params.place);
  if (!place && args.params.place !== "new") throw new Response(null, { status: 404 });
  return {
    editor,
    isNew: !place,
    listing: { id: row.id, name: row.name, version: row.version },
    values: onePlaceValues(row, place),
  };
}

export async function actOnPlace(args: DeskArgs & { form: FormData }, desk: EditorDesk) {
  const { ctx, form, params } = args;
  const values = readFields(onePlaceFields, form);
  try {
    await saveListingPlace(ctx, {
      id: params.id ?? "",
      version: Number(form.get("version")),
      placeId: params.place === "new" ? null : (params.place ?? ""),
      values,
    });
    return redirect(`${listingsPath(desk, params)}/${params.id}/edit/when_where?place`, 303);
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    const errors = errorWords(listingWords(args), error.fieldErrors);
    return data({ ok: false as const, errors, conflict: null, values }, { status: 422 });
  }
}
export type LoadedPlace = Awaited<ReturnType<typeof loadPlace>>;
