import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { publicAction, publicLoader } from "~/auth/public-page.server";
import { requireLanguage } from "~/locales/require-language";
import { pathTo } from "~/paths";
import { pageHandle } from "~/ui/page/page-handle";
import { refusalCodes } from "./claim/errors-in-words";
import { suggestionActs } from "./suggest/answer-suggestion.server";
import { newProgramFields } from "./suggest/suggest-fields";
import { SuggestCheck, SuggestDone, SuggestForm } from "./suggest/suggest-pages";

export const handle = pageHandle<typeof loader>({
  family: true,
  robots: "noindex",
  title: (t) => t("share:suggest.title"),
});
export const headers = () => ({ "Cache-Control": "no-store", "X-Robots-Tag": "noindex" });

export const loader = publicLoader(async ({ params, url }) => ({
  base: pathTo("/:lang", { lang: requireLanguage(params.lang) }),
  done: url.searchParams.has("done"),
}));

const path = ({ lang }: { lang?: string }) => pathTo("/:lang/suggest", { lang: requireLanguage(lang) });

export const action = publicAction(
  suggestionActs({
    fields: newProgramFields,
    path,
    said: ({ words, contactEmail, closed: _closed, ...said }, { lang }) => ({
      kind: "new_listing",
      language: requireLanguage(lang),
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
  }),
);

/** A program that is not listed yet: asked, checked, sent. */
export default function Suggest() {
  const { base, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("share");
  const at = answer && "step" in answer ? answer : null;
  const refused = answer && "typed" in answer ? answer : null;
  if (done) return <SuggestDone href={base} label={t("suggest.backToSearch")} />;
  if (at?.step === "check") return <SuggestCheck fields={newProgramFields} values={at.values} />;
  return (
    <SuggestForm
      fields={newProgramFields}
      values={at?.values ?? refused?.typed ?? {}}
      errors={refusalCodes(refused)}
    />
  );
}
