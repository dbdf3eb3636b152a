import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { familyAction, familyLoader, publicLoader } from "~/auth/public-page.server";
import { readJurisdiction } from "~/domain/organizations/index.server";
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
import { LinkageForm } from "./linkage-form";
import { ReferralCard } from "./referral-card";
import { talkOf } from "./talk-of";
import type { FamilyView } from "./view";

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

const page = familyLoader((args) => describeFamilyPage(args, requireLanguage(args.params.lang)));
const ended = publicLoader(async ({ ctx }) => ({
  ended: talkOf((await readJurisdiction(ctx)).supportPhone),
}));

/** A link that is not known, has ended or was taken back is answered alike: how to get a new one. */
export async function loader(args: LoaderFunctionArgs) {
  try {
    return { view: await page(args) };
  } catch (error) {
    if (!(error instanceof Response && error.status === 404)) throw error;
    requireLanguage(args.params["lang"]);
    return data(await ended(args), { status: 404 });
  }
}
export const action = familyAction(familyPageActs);

/** A family's own page: what was sent, to whom, what comes next, who looked, and every choice it has. */
export default function MyPage() {
  const loaded = useLoaderData<typeof loader>();
  return "view" in loaded ? <OwnPage view={loaded.view} /> : <EndedLink talk={loaded.ended} />;
}

function EndedLink({ talk }: { talk: FamilyView["talk"] }) {
  const { t } = useTranslation("family");
  return (
    <PublicPage title={t("ended.title")}>
      <Card>
        <p>{t("ended.why")}</p>
        <p className="mt-2">{t("ended.how")}</p>
        <Talk talk={talk} />
      </Card>
    </PublicPage>
  );
}

function OwnPage({ view }: { view: FamilyView }) {
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
        <LinkageForm allowed={view.recordLinkage} />
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

function Talk({ talk }: { talk: FamilyView["talk"] }) {
  const { t } = useTranslation("family");
  if (!talk) return <p className="mt-2">{t("talk.none")}</p>;
  return (
    <p className="mt-2">
      <a className="big-phone" href={talk.href}>
        <bdi dir="ltr">{talk.words}</bdi>
      </a>
    </p>
  );
}

function Aside({ view }: { view: FamilyView }) {
  const { t } = useTranslation("family");
  return (
    <Card>
      <h2>{t("talk.title")}</h2>
      {view.talk && <p>{t("talk.text")}</p>}
      <Talk talk={view.talk} />
      <p className="mt-2">
        <a href={view.finder}>{t("other.more")}</a>
      </p>
      {view.name && <p className="meta mt-2">{t("hello", { name: view.name })}</p>}
    </Card>
  );
}
