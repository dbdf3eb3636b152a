import { useActionData, useLoaderData } from "@remix-run/react";
import { deskLoader } from "~/auth/desk.server";
import { pageHandle } from "~/ui/page/page-handle";
import { loadPlace, placeAction } from "../listing-editor/edit-place.server";
import { PlaceForm } from "../listing-editor/place-form";

export const handle = pageHandle<typeof loader>({
  robots: "noindex",
  title: (t) => t("provider-listings:places.oneTitle"),
});
export const loader = deskLoader("provider", (args) => loadPlace(args, "provider"));
export const action = placeAction("provider");

export default function ListingPlacePage() {
  return <PlaceForm view={useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} />;
}
