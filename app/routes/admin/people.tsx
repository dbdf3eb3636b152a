import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { type DeskArgs, deskAction, deskLoader } from "~/auth/desk.server";
import { listOrganizationNames } from "~/auth/list-organization-names.server";
import { actOnPeople, findOf, loadPeoplePage } from "~/auth/people-page.server";
import { countHeldReferrals, handOverReferrals } from "~/domain/referrals/index.server";
import { pageHandle } from "~/ui/page/page-handle";
import { PeoplePart } from "../people/people-part";
import { AdminFrame } from "./admin-frame";

export const handle = pageHandle<typeof loader>({ robots: "noindex", title: (t) => t("admin:people.title") });

async function load(args: DeskArgs, find?: string) {
  const page = await loadPeoplePage(args, find);
  const membershipIds = page.people.map(({ membershipId }) => membershipId);
  return {
    frame: { name: args.session.name, brand: args.session.membership.jurisdictionTitle },
    organizations: await listOrganizationNames(args.ctx),
    ...page,
    held: await countHeldReferrals(args.ctx, { membershipIds }),
  };
}

export const loader = deskLoader("admin", (args) => load(args));
export const action = deskAction("admin", async (args) => {
  const find = findOf(args.form);
  if (find !== null) return load(args, find);
  return actOnPeople(args, "/admin/people", (membershipId) => handOverReferrals(args.ctx, { membershipId }));
});

/** Everybody who works in the jurisdiction's portal, and who is invited. */
export default function PeoplePage() {
  const { t } = useTranslation("admin");
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { frame, ...people } = answer && "people" in answer ? answer : loaded;
  const refused = answer && "errors" in answer ? answer : undefined;
  return (
    <AdminFrame {...frame} current="people" title={t("people.title")} lede={t("people.lede")}>
      <PeoplePart {...people} path="/admin/people" refused={refused} />
    </AdminFrame>
  );
}
