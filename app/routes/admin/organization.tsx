import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { deskAction, deskLoader } from "~/auth/desk.server";
import { isHeld } from "~/domain/directory/index.server";
import { readOrganization } from "~/domain/organizations/index.server";
import { pathTo } from "~/paths";
import { pageHandle } from "~/ui/page/page-handle";
import { Note } from "~/ui/tag";
import { frameOf } from "./frame-of";
import { RecordPage } from "./directory-list/record-page";
import { useRefusalWords } from "./directory-list/refusal-words";
import { organizationActs } from "./organization/act-on-organization.server";
import { ClaimCard } from "./organization/claim-card";
import {
  OrganizationFacts,
  OrganizationHistory,
  OrganizationPeople,
  OrganizationPrograms,
} from "./organization/organization-facts";
import { SealingCard } from "./organization/sealing-card";
import { StandingCard } from "./organization/standing-card";

export const handle = pageHandle<typeof loader>({
  robots: "noindex",
  title: (t) => t("admin-directory:organizations.title"),
});
const notices = [
  ...["added", "accepted", "refused", "reopened", "agreement", "suspended", "restored"],
  ...["sealed", "unsealed"],
] as const;

export const loader = deskLoader("admin", async ({ ctx, params, url, session }) => ({
  frame: frameOf(session),
  timeZone: session.membership.timeZone,
  details: await readOrganization(ctx, { id: params.id ?? "" }),
  held: await isHeld(ctx, { organizationId: params.id ?? "" }),
  notice: notices.find((one) => url.searchParams.has(one)) ?? null,
}));

export const action = deskAction("admin", organizationActs);

/** One organization: what is known, its claims, agreement, suspension, people and history. */
export default function OrganizationPage() {
  const { frame, timeZone, details, held, notice } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation("admin-directory");
  const errors = useRefusalWords(refused);
  const { row, listings, openReferrals, phones, claims } = details;
  const published = listings.filter(({ state }) => state === "published").length;
  return (
    <RecordPage
      {...{ frame, refused, errors }}
      current="organizations"
      title={row.name}
      list={{ href: pathTo("/admin/organizations"), label: t("organization.back") }}
      notice={notice}
    >
      {held && (
        <Note tone="warn">
          <a href={pathTo("/admin/safety-holds")}>{t("safety.perhaps")}</a>
        </Note>
      )}
      {claims.map((claim) => (
        <ClaimCard key={claim.id} {...{ claim, organization: row, phones, timeZone, errors }} />
      ))}
      <OrganizationFacts details={details} timeZone={timeZone} />
      <OrganizationPeople details={details} timeZone={timeZone} />
      <OrganizationPrograms details={details} />
      {!row.mergedIntoId && (
        <StandingCard
          {...{ organization: row, published, openReferrals, timeZone, errors }}
          refused={refused?.typed["intent"] ?? null}
        />
      )}
      {!row.mergedIntoId && (
        <SealingCard {...{ details, published, timeZone, errors }} refused={refused?.typed ?? null} />
      )}
      <OrganizationHistory details={details} timeZone={timeZone} />
    </RecordPage>
  );
}
