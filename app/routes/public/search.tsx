import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { publicAction, publicLoader } from "~/auth/public-page.server";
import { emptyCriteria } from "~/domain/directory/search/search-criteria";
import { requireLanguage } from "~/locales/require-language";
import { pathTo } from "~/paths";
import { pageHandle } from "~/ui/page/page-handle";
import { PublicPage } from "~/ui/page/public-page";
import { Banner } from "~/ui/tag";
import { finderActs } from "./finder/act-on-search.server";
import { FinderForm } from "./finder/finder-form";
import { KeepCard, TalkCard } from "./finder/finder-side";
import { describeForm, finderWords } from "./finder/finder-words.server";
import { readKept } from "./finder/kept-list.server";

export const handle = pageHandle<typeof loader>({ family: true, title: (t) => t("public:home.title") });

export const loader = publicLoader(async ({ ctx, params, request, url }) => {
  const language = requireLanguage(params.lang);
  const form = describeForm(await finderWords(ctx, language), emptyCriteria);
  return {
    base: pathTo("/:lang", { lang: language }),
    form,
    kept: readKept(request).length,
    expired: url.searchParams.has("expired"),
  };
});

/** The search is posted, then read from an opaque code: no need and no place is ever readable in an address. */
export const action = publicAction(finderActs);

/** Where a family begins. */
export default function Search() {
  const { base, form, kept, expired } = useLoaderData<typeof loader>();
  const { t } = useTranslation("public");
  const side = (
    <div className="side-stack">
      <TalkCard talk={form.talk} />
      {kept > 0 && <KeepCard base={base} slugs={[]} kept={kept} />}
    </div>
  );
  return (
    <PublicPage
      title={t("home.title")}
      lede={t("home.lede")}
      side={{ label: t("talk.label"), content: side }}
    >
      {expired && <Banner tone="warn">{t("find.expired")}</Banner>}
      <FinderForm form={form} base={base} />
    </PublicPage>
  );
}
