import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { publicAction, publicLoader } from "~/auth/public-page.server";
import { requireLanguage } from "~/locales/require-language";
import { pageHandle } from "~/ui/page/page-handle";
import { answerSuggestion } from "./suggest/answer-suggestion.server";
import { newProgramFields } from "./suggest/suggest-fields";
import { SuggestCheck, SuggestDone, SuggestForm } from "./suggest/suggest-pages";

export const handle = pageHandle<typeof loader>({
  family: true,
  robots: "noindex",
  title: (t) => t("share:suggest.title"),
});
export const headers = () => ({ "Cache-Control": "no-store", "X-Robots-Tag": "noindex" });

export const loader = publicLoader(async ({ params, url }) => ({
  base: `/${requireLanguage(params.lang)}`,
  done: url.searchParams.has("done"),
}));

export const action = publicAction(async ({ ctx, params, form }) => {
  const language = requireLanguage(params.lang);
  return answerSuggestion({
    ctx,
    form,
    fields: newProgramFields,
    path: `/${language}/suggest`,
    input: ({ words, contactEmail, closed: _closed, ...said }) => ({
      kind: "new_listing",
      language,
      words,
      contactEmail,
      proposed: {
        name: said["name"] ?? "",
        organization: said["organization"] ?? "",
        description: said["description"] ?? "",
        phone: said["phone"] ?? "",
        url: said["url"] ?? "",
        place: said["place"] ?? "",
        hours: said["hours"] ?? "",
        eligibilityDescription: said["eligibilityDescription"] ?? "",
      },
    }),
  });
});

/** A program that is not listed yet: asked, checked, sent. */
export default function Suggest() {
  const { base, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("share");
  const at = answer && "step" in answer ? answer : null;
  if (done) return <SuggestDone href={base} label={t("suggest.backToSearch")} />;
  if (at?.step === "check") return <SuggestCheck fields={newProgramFields} values={at.values} />;
  return <SuggestForm fields={newProgramFields} values={at?.values ?? {}} errors={at?.errors ?? {}} />;
}
