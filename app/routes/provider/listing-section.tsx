import { useActionData, useLoaderData } from "@remix-run/react";
import { deskLoader } from "~/auth/desk.server";
import { pageHandle } from "~/ui/page/page-handle";
import { loadSection, sectionAction } from "../listing-editor/edit-section.server";
import { SectionForm } from "../listing-editor/section-form";

export const handle = pageHandle<typeof loader>({
  robots: "noindex",
  title: (t, { section }) => t(`provider-listings:section.${section}`),
});
export const loader = deskLoader("provider", (args) => loadSection(args, "provider"));
export const action = sectionAction("provider");

export default function ListingSectionPage() {
  return <SectionForm view={useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} />;
}
