import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { publicAction, publicLoader } from "~/auth/public-page.server";
import { requireLanguage } from "~/locales/require-language";
import { pageHandle } from "~/ui/page/page-handle";
import { PublicPage } from "~/ui/page/public-page";
import { askActs } from "./ask/answer-ask.server";
import { AskDone } from "./ask/ask-done";
import { askedBefore } from "./ask/asked-before.server";
import { AskForm } from "./ask/ask-form";
import { CallInstead } from "./ask/call-instead";
import { CheckAnswers } from "./ask/check-answers";
import { describeAsk } from "./ask/describe-ask.server";
import { SentBefore } from "./ask/sent-before";

/** A neutral title, no scripts, nothing kept by the browser or a search engine. */
export const handle = pageHandle<typeof loader>({
  family: true,
  robots: "noindex",
  title: (t) => t("public:brandNeutral"),
});
export const headers = () => ({ "Cache-Control": "no-store", "X-Robots-Tag": "noindex" });

export const loader = publicLoader(async ({ ctx, params, request, url }) => ({
  ...(await describeAsk(ctx, requireLanguage(params.lang), params.slug ?? "")),
  sentBefore: askedBefore(request) && !url.searchParams.has("again"),
}));

export const action = publicAction(askActs);

/** Ask to be contacted: one page, then check answers, then what happens next. No account, no script. */
export default function Ask() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("public");
  const at = answer && "step" in answer ? answer : null;
  const refused = answer && "typed" in answer ? answer : null;
  if (at?.step === "done") return <AskDone page={page} done={at} />;
  // Gone back after it was sent, or in another tab; a form that is under way goes on.
  if (page.sentBefore && !at && !refused) return <SentBefore page={page} />;
  if (page.refused) return <CallInstead page={page} reason={page.refused} />;
  if (at?.step === "check") return <CheckAnswers page={page} check={at} />;
  return (
    <PublicPage title={t("ask.title")} lede={t("ask.lede")}>
      <AskForm
        page={page}
        values={at?.values ?? { ...page.empty, ...refused?.typed }}
        formKey={at?.formKey || refused?.typed["formKey"] || page.formKey}
        errors={refused?.errors ?? {}}
      />
    </PublicPage>
  );
}
