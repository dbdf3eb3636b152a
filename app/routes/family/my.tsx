import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { familyAction, familyLoader } from "~/auth/public-page.server";
import { requireLanguage } from "~/locales/require-language";
import { ErrorSummary } from "~/ui/form/error-summary";
import { Banner } from "~/ui/tag";
import { Card } from "~/ui/card";
import { pageHandle } from "~/ui/page/page-handle";
import { PublicPage } from "~/ui/page/public-page";
import { familyPageActs } from "./act-on-family-page.server";
import { ContactForm } from "./contact-form";
import { describeFamilyPage } from "./describe-family-page.server";
import { errorsInWords } from "./errors-in-words";
import { ReferralCard } from "./referral-card";

/** A neutral title, no scripts, and no search engine. */
export const handle = pageHandle<typeof loader>({
  family: true,
  robots: "noindex",
  title: (t) => t("family:title"),
});
export const headers = () => ({
  "Cache-Control": "no-store",

  "X-Robots-Tag": "noindex",
});

export const loader = familyLoader((args) => describeFamilyPage(args, requireLanguage(args.params.lang)));
export const action = familyAction(familyPageActs);

/** A family's own page: what was sent, to whom, what comes next, who looked, and every choice it has. */
export default function MyPage() {
  const view = useLoaderData<typeof loader>();
  const { t } = useTranslation("family");
  const refusal = useActionData<typeof action>();
  const errors = errorsInWords(t, refusal?.errors);
  const failed = refusal?.conflict ? t("conflict") : Object.keys(errors).length > 0 ? t("error.title") : null;
  return (
    <PublicPage
      title={t("title")}
      lede={t("lede")}
      side={{ label: t("talk.title"), content: <Aside view={view} /> }}
    >
      {view.saved && <Banner>{view.saved}</Banner>}
      {failed && <ErrorSummary title={failed} errors={errors} />}
      <p className="meta mt-2 mb-3">{t("private")}</p>
      <div className="grid gap-4">
        {view.referrals.length === 0 && (
          <Card>
            <p>{t("none")}</p>
          </Card>
        )}
        {view.referrals.map((referral) => (
          <ReferralCard key={referral.id} referral={referral} view={view} errors={errors} />
        ))}
        <ContactForm view={view} errors={errors} />
        <Card aria-labelledby="looked">
          <h2 id="looked">{t("looked.title")}</h2>
          {view.looked.length === 0 ? (
            <p>{t("looked.none")}</p>
          ) : (
            <ul>
              {view.looked.map(({ id, words }) => (
                <li key={id}>{words}</li>
              ))}
            </ul>
          )}
        </Card>
      </div>
    </PublicPage>
  );
}

function Aside({ view }: { view: { name: string } }) {
  const { t } = useTranslation("family");
  return (
    <Card>
      <h2>{t("talk.title")}</h2>
      <p>{t("talk.text")}</p>
      {view.name && <p className="meta mt-2">{t("hello", { name: view.name })}</p>}
    </Card>
  );
}
