import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { answerRefusal } from "~/auth/answer-errors.server";
import { deskAction, deskLoader } from "~/auth/desk.server";
import { endMembership } from "~/auth/end-membership.server";
import { invitableRoles } from "~/auth/invitable-roles";
import { invitePerson } from "~/auth/invite-person.server";
import { listInvitations } from "~/auth/list-invitations.server";
import { listOrganizationNames } from "~/auth/list-organization-names.server";
import { listPeople, peoplePageSize } from "~/auth/list-people.server";
import { revokeInvitation } from "~/auth/revoke-invitation.server";
import { ErrorSummary } from "~/ui/form/error-summary";
import { Pages } from "~/ui/navigation";
import { pageHandle } from "~/ui/page/page-handle";
import { Banner } from "~/ui/tag";
import { AdminFrame } from "./admin-frame";
import { InvitationTable } from "./invitation-table";
import { InviteForm } from "./invite-form";
import { PeopleTable } from "./people-table";

export const handle = pageHandle<typeof loader>({ robots: "noindex", title: (t) => t("admin:people.title") });

const notices = ["invited", "revoked", "ended"] as const;

export const loader = deskLoader("admin", async ({ ctx, session, url }) => {
  const page = Math.max(1, Number(url.searchParams.get("page")) || 1);
  const { people, total } = await listPeople(ctx, { page });
  const { membership } = session;
  return {
    frame: { name: session.name, brand: membership.jurisdictionTitle },
    people,
    page,
    pages: Math.max(1, Math.ceil(total / peoplePageSize)),
    invitations: await listInvitations(ctx),
    organizations: await listOrganizationNames(ctx),
    roles: invitableRoles(ctx.actor.role),
    timeZone: membership.timeZone,
    notice: notices.find((one) => url.searchParams.has(one)) ?? null,
  };
});

export const action = deskAction("admin", async ({ ctx, form }) => {
  const intent = form.get("intent");
  if (intent === "revoke") {
    await revokeInvitation(ctx, form.get("invitation"));
    return redirect("/admin/people?revoked", 303);
  }
  if (intent === "end") {
    await endMembership(ctx, form.get("membership"));
    return redirect("/admin/people?ended", 303);
  }
  const typed = Object.fromEntries(
    ["email", "role", "organizationId", "locale"].map((name) => [
      name,
      String(form.get(name) ?? "").slice(0, 300),
    ]),
  );
  try {
    await invitePerson(ctx, typed);
  } catch (error) {
    // Refused before anything was written; what was typed goes back to the form.
    const answer = answerRefusal(error);
    return data({ ...answer.data, typed }, answer.init ?? {});
  }
  return redirect("/admin/people?invited", 303);
});

export default function PeoplePage() {
  const { t } = useTranslation("admin");
  const { frame, people, page, pages, invitations, organizations, roles, timeZone, notice } =
    useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const words = Object.fromEntries(
    Object.entries(refused?.errors ?? {}).map(([field, codes]) => [
      field,
      codes.map((code) => t(`people.errors.${code}`)),
    ]),
  );
  const title = refused?.conflict
    ? t(`people.errors.${refused.conflict}`)
    : t("common:form.problem", { count: Math.max(1, Object.keys(words).length) });
  const other = (to: number, label: string) =>
    to >= 1 && to <= pages ? { href: `/admin/people?page=${to}`, label } : undefined;
  return (
    <AdminFrame {...frame} current="people" title={t("people.title")} lede={t("people.lede")}>
      {refused && <ErrorSummary title={title} errors={words} />}
      {!refused && notice && <Banner>{t(`people.notice.${notice}`)}</Banner>}
      <div className="form-stack">
        <InviteForm
          roles={roles}
          organizations={organizations}
          errors={words}
          typed={refused && "typed" in refused ? refused.typed : {}}
        />
        <InvitationTable invitations={invitations} timeZone={timeZone} />
        <PeopleTable people={people} timeZone={timeZone} />
        {pages > 1 && (
          <Pages
            label={t("common:pages.label")}
            newer={other(page - 1, t("common:pages.newer"))}
            older={other(page + 1, t("common:pages.older"))}
            words={t("common:pages.of", { page, pages })}
          />
        )}
      </div>
    </AdminFrame>
  );
}
