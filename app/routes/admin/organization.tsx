import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { deskAction, deskLoader } from "~/auth/desk.server";
import { Invalid } from "~/domain/kernel/errors";
import { readOrganization } from "~/domain/organizations/index.server";
import { Breadcrumbs } from "~/ui/navigation";
import { pageHandle } from "~/ui/page/page-handle";
import { Banner } from "~/ui/tag";
import { AdminFrame } from "./admin-frame";
import { RefusalBox, useRefusalWords } from "./directory-list/refusal-words";
import { actOnOrganization } from "./organization/act-on-organization.server";
import { ClaimCard } from "./organization/claim-card";
import {
  OrganizationFacts,
  OrganizationHistory,
  OrganizationPeople,
  OrganizationPrograms,
} from "./organization/organization-facts";
import { StandingCard } from "./organization/standing-card";

export const handle = pageHandle<typeof loader>({
  robots: "noindex",
  title: (t) => t("admin-directory:organizations.title"),
});
const notices = ["accepted", "refused", "reopened", "agreement", "suspended", "restored"] as const;

export const loader = deskLoader("admin", async ({ ctx, params, url, session }) => ({
  frame: { name: session.name, brand: session.membership.jurisdictionTitle },
  timeZone: session.membership.timeZone,
  details: await readOrganization(ctx, { id: params.id ?? "" }),
  notice: notices.find((one) => url.searchParams.has(one)) ?? null,
}));

/** A refusal keeps which act it was, so that its fold stays open. Nothing was written: the operations check first. */
export const action = deskAction("admin", async (args) => {
  try {
    return await actOnOrganization(args);
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    const refusedAct = String(args.form.get("intent"));
    return data({ errors: error.fieldErrors, conflict: null, refusedAct }, { status: 422 });
  }
});

/** One organization: what is known, its claims, agreement, suspension, people and history. */
export default function OrganizationPage() {
  const { frame, timeZone, details, notice } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation("admin-directory");
  const errors = useRefusalWords(refused);
  const refusedAct = refused && "refusedAct" in refused ? refused.refusedAct : null;
  const { row, listings, openReferrals, phones, claims } = details;
  const published = listings.filter(({ state }) => state === "published").length;
  const crumbs = [{ href: "/admin/organizations", label: t("organization.back") }, { label: row.name }];
  return (
    <AdminFrame
      {...frame}
      current="organizations"
      title={row.name}
      crumbs={<Breadcrumbs label={t("organization.back")} crumbs={crumbs} />}
    >
      <RefusalBox refused={refused} words={errors} />
      {!refused && notice && <Banner>{t(`notice.${notice}`)}</Banner>}
      <div className="form-stack">
        {claims.map((claim) => (
          <ClaimCard key={claim.id} {...{ claim, organization: row, phones, timeZone, errors }} />
        ))}
        <OrganizationFacts details={details} timeZone={timeZone} />
        <OrganizationPeople details={details} timeZone={timeZone} />
        <OrganizationPrograms details={details} />
        {!row.mergedIntoId && (
          <StandingCard
            {...{ organization: row, published, openReferrals, timeZone, errors }}
            refused={refusedAct}
          />
        )}
        <OrganizationHistory details={details} timeZone={timeZone} />
      </div>
    </AdminFrame>
  );
}
