import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { publicAction, publicLoader } from "~/auth/public-page.server";
import { requireLanguage } from "~/locales/require-language";
import { pathTo } from "~/paths";
import { pageHandle } from "~/ui/page/page-handle";
import { describeProgram } from "./finder/describe-program.server";
import { finderWords } from "./finder/finder-words.server";
import { refusalCodes } from "./claim/errors-in-words";
import { suggestionActs } from "./suggest/answer-suggestion.server";
import { changeFields } from "./suggest/suggest-fields";
import { SuggestCheck, SuggestDone, SuggestForm } from "./suggest/suggest-pages";

export const handle = pageHandle<typeof loader>({
  family: true,
  robots: "noindex",
  title: (t) => t("share:suggest.changeTitle"),
});
export const headers = () => ({ "Cache-Control": "no-store", "X-Robots-Tag": "noindex" });

export const loader = publicLoader(async ({ ctx, params, url }) => {
  const language = requireLanguage(params.lang);
  const slug = params.slug ?? "";
  const { card, like, who, join, address } = await describeProgram(
    ctx,
    await finderWords(ctx, language),
    slug,
  );
  const now: Record<string, string> = {
    name: card.name,
    description: like[0]?.text ?? "",
    phone: card.phone?.words ?? "",
    hours: card.lines[1]?.words ?? "",
    place: address ?? "",
    applicationProcess: join ?? "",
    eligibilityDescription: who ?? "",
  };
  return {
    program: pathTo("/:lang/programs/:slug", { lang: language, slug }),
    name: card.name,
    now,
    done: url.searchParams.has("done"),
  };
});

const path = ({ lang, slug = "" }: { lang?: string; slug?: string }) =>
  pathTo("/:lang/programs/:slug/suggest", { lang: requireLanguage(lang), slug });

export const action = publicAction(
  suggestionActs({
    fields: changeFields,
    path,
    said: ({ words, contactEmail, closed, ...proposed }, { lang, slug = "" }) => ({
      kind: closed === "on" ? "closed" : "change",
      slug,
      language: requireLanguage(lang),
      words,
      contactEmail,
      proposed,
    }),
  }),
);

/** What a listed program should say instead, field by field. */
export default function SuggestChange() {
  const { program, name, now, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("share");
  const at = answer && "step" in answer ? answer : null;
  const refused = answer && "typed" in answer ? answer : null;
  if (done) return <SuggestDone href={program} label={t("suggest.back")} />;
  if (at?.step === "check") return <SuggestCheck fields={changeFields} values={at.values} />;
  return (
    <SuggestForm
      change={{ name, now }}
      fields={changeFields}
      values={at?.values ?? refused?.typed ?? {}}
      errors={refusalCodes(refused)}
    />
  );
}
