import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { deskAction, deskLoader } from "~/auth/desk.server";
import { listOrganizationNames } from "~/auth/list-organization-names.server";
import { actOnPeople, loadPeoplePage } from "~/auth/people-page.server";
import { countHeldReferrals, handOverReferrals } from "~/domain/referrals/index.server";
import { pageHandle } from "~/ui/page/page-handle";
import { PeoplePart } from "~/ui/people/people-part";
import { AdminFrame } from "./admin-frame";

export const handle = pageHandle<typeof loader>({ robots: "noindex", title: (t) => t("admin:people.title") });

export const loader = deskLoader("admin", async (args) => {
  const page = await loadPeoplePage(args);
  const membershipIds = page.people.map(({ membershipId }) => membershipId);
  return {
    frame: { name: args.session.name, brand: args.session.membership.jurisdictionTitle },
    organizations: await listOrganizationNames(args.ctx),
    ...page,
    held: await countHeldReferrals(args.ctx, { membershipIds }),
  };
});

export const action = deskAction("admin", (args) =>
  actOnPeople(args, "/admin/people", (membershipId) => handOverReferrals(args.ctx, { membershipId })),
);

/** Everybody who works in the jurisdiction's portal, and who is invited. */
export default function PeoplePage() {
  const { t } = useTranslation("admin");
  const { frame, ...people } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <AdminFrame {...frame} current="people" title={t("people.title")} lede={t("people.lede")}>
      <PeoplePart {...people} path="/admin/people" refused={refused} />
    </AdminFrame>
  );
}
