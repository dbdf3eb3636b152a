import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { publicAction, publicLoader } from "~/auth/public-page.server";
import { findClaimable } from "~/domain/organizations/index.server";
import { requireLanguage } from "~/locales/require-language";
import { pathTo } from "~/paths";
import { Card } from "~/ui/card";
import { ErrorSummary } from "~/ui/form/error-summary";
import { SendOrChange } from "~/ui/form/send-or-change";
import { DescriptionList } from "~/ui/lists";
import { usePageFacts } from "~/ui/page/page-facts";
import { pageHandle } from "~/ui/page/page-handle";
import { PublicPage } from "~/ui/page/public-page";
import { claimActs } from "./claim/act-on-claim.server";
import { type ClaimField, claimLabels, emptyClaim } from "./claim/claim-fields";
import { errorsInWords, refusalCodes } from "./claim/errors-in-words";
import { ClaimForm } from "./claim/claim-form";

export const handle = pageHandle<typeof loader>({
  family: true,
  robots: "noindex",
  title: (t) => t("share:claim.title"),
});
export const headers = () => ({ "Cache-Control": "no-store", "X-Robots-Tag": "noindex" });

export const loader = publicLoader(async ({ ctx, params, url }) => {
  const language = requireLanguage(params.lang);
  const { name, listings } = await findClaimable(ctx, { key: params.key ?? "" });
  return { base: pathTo("/:lang", { lang: language }), name, listings, done: url.searchParams.has("done") };
});

export const action = publicAction(claimActs);

/** "Is this your organization?": two people's work details, checked before sending. Nothing changes until a person has called. */
export default function Claim() {
  const { base, name, listings, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("share");
  const { mailStays } = usePageFacts();
  const at = answer && "step" in answer ? answer : null;
  const refused = answer && "typed" in answer ? answer : null;
  if (done)
    return (
      <PublicPage title={t("claim.doneTitle")}>
        <p role="status">{t(mailStays ? "claim.doneKept" : "claim.done", { name })}</p>
        <p className="mt-3">
          <a href={base}>{t("claim.backToSearch")}</a>
        </p>
      </PublicPage>
    );
  if (at?.step === "check") return <ClaimCheck name={name} values={at.values} />;
  const errors = errorsInWords(t, refusalCodes(refused), (field) =>
    t(claimLabels[field as ClaimField] ?? "claim.title"),
  );
  return (
    <PublicPage title={t("claim.title")} lede={t("claim.lede")}>
      {Object.keys(errors).length > 0 && (
        <ErrorSummary
          title={t("common:form.problem", { count: Object.keys(errors).length })}
          errors={errors}
        />
      )}
      <Card className="mb-3">
        <h2 lang="en">{name}</h2>
        <p className="meta mt-2">{t("claim.listed")}</p>
        <ul>
          {listings.map((listing) => (
            <li key={listing.slug}>
              <a href={`${base}/programs/${listing.slug}`} lang="en">
                {listing.name}
              </a>
            </li>
          ))}
        </ul>
      </Card>
      <ClaimForm values={at?.values ?? { ...emptyClaim, ...refused?.typed }} errors={errors} />
    </PublicPage>
  );
}

/** What was typed, once more, before it is sent. */
function ClaimCheck({ name, values }: { name: string; values: Record<ClaimField, string> }) {
  const { t } = useTranslation("share");
  return (
    <PublicPage title={t("claim.checkTitle")} lede={t("claim.checkLede")}>
      <Card>
        <DescriptionList
          facts={[
            { term: t("claim.about"), detail: <span lang="en">{name}</span> },
            ...Object.entries(claimLabels).map(([field, label]) => ({
              key: field,
              term: t(label),
              detail: values[field as ClaimField].trim() || <span className="meta">{t("notGiven")}</span>,
            })),
          ]}
        />
        <SendOrChange values={values} send={t("claim.send")} change={t("claim.change")} />
      </Card>
    </PublicPage>
  );
}
