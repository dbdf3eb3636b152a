import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { type DeskArgs, deskAction, deskLoader } from "~/auth/desk.server";
import { can } from "~/domain/kernel/index.server";
import { pathTo } from "~/paths";
import { EmptyState } from "~/ui/card";
import { pageHandle } from "~/ui/page/page-handle";
import { Note } from "~/ui/tag";
import { peopleActs } from "../people/act-on-people.server";
import { loadPeople } from "../people/load-people.server";
import { PeoplePart } from "../people/people-part";
import { providerFrame } from "./provider-frame.server";
import { ProviderPage } from "./provider-page";

export const handle = pageHandle<typeof loader>({
  robots: "noindex",
  title: (t) => t("provider:team.title"),
});

async function load(args: DeskArgs, find?: string) {
  const { ctx, session } = args;
  const { organizationId, organizationName } = session.membership;
  return {
    frame: await providerFrame(args),
    organizations: organizationId ? [{ id: organizationId, name: organizationName ?? "" }] : [],
    team: can(ctx, "list", "Membership") ? await loadPeople(args, find) : null,
  };
}

export const loader = deskLoader("provider", (args) => load(args));
/** Whatever organization a form names, it is the manager's own: the operations reach no other. */
export const action = deskAction(
  "provider",
  peopleActs(
    ({ session }) => pathTo("/provider/:org/team", { org: session.membership.organizationId ?? undefined }),
    load,
  ),
);

/** Who works here. A manager sees everyone and lets people in; others learn who can give access. */
export default function Team() {
  const { t } = useTranslation("provider");
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { frame, organizations, team } = answer && "team" in answer ? answer : loaded;
  const refused = answer && "errors" in answer ? answer : undefined;
  return (
    <ProviderPage frame={frame} here="team" title={t("team.title")} lede={t("team.lede")} width="read">
      {team?.onlyOne && <Note tone="warn">{t("team.onePerson")}</Note>}
      {team ? (
        <PeoplePart
          {...team}
          organizations={organizations}
          ownOrganization
          path={pathTo("/provider/:org/team", { org: frame.org })}
          refused={refused}
        />
      ) : (
        <EmptyState icon="users" title={t("team.managerOnly")} />
      )}
    </ProviderPage>
  );
}
