import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { type DeskArgs, deskAction, deskLoader } from "~/auth/desk.server";
import { listOrganizationNames } from "~/auth/list-organization-names.server";
import { pathTo } from "~/paths";
import { pageHandle } from "~/ui/page/page-handle";
import { peopleActs } from "../people/act-on-people.server";
import { loadPeople } from "../people/load-people.server";
import { PeoplePart } from "../people/people-part";
import { frameOf } from "./frame-of";
import { AdminFrame } from "./admin-frame";

export const handle = pageHandle<typeof loader>({ robots: "noindex", title: (t) => t("admin:people.title") });

const load = async (args: DeskArgs, find?: string) => ({
  frame: frameOf(args.session),
  organizations: await listOrganizationNames(args.ctx),
  ...(await loadPeople(args, find)),
});

export const loader = deskLoader("admin", (args) => load(args));
export const action = deskAction(
  "admin",
  peopleActs(() => pathTo("/admin/people"), load),
);

/** Everybody who works in the jurisdiction's portal, and who is invited. */
export default function PeoplePage() {
  const { t } = useTranslation("admin");
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { frame, ...people } = answer && "people" in answer ? answer : loaded;
  const refused = answer && "errors" in answer ? answer : undefined;
  return (
    <AdminFrame {...frame} current="people" title={t("people.title")} lede={t("people.lede")}>
      <PeoplePart {...people} path={pathTo("/admin/people")} refused={refused} />
    </AdminFrame>
  );
}
