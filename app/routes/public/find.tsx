import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { publicLoader } from "~/auth/public-page.server";
import { requireLanguage } from "~/locales/require-language";
import { pathTo } from "~/paths";
import { Details } from "~/ui/card";
import { pageHandle } from "~/ui/page/page-handle";
import { PublicPage } from "~/ui/page/public-page";
import { PlacedHtml } from "~/ui/placed-html";
import { Note } from "~/ui/tag";
import { pageOf } from "~/ui/page-number";
import { describeResults, type ResultsView } from "./finder/describe-results.server";
import { CrisisBox } from "../crisis-lines/crisis-box";
import { FiltersForm } from "./finder/filters-form";
import { FinderForm } from "./finder/finder-form";
import { KeepCard, TalkCard } from "./finder/finder-side";
import { describeForm, finderWords } from "./finder/finder-words.server";
import { SpokenChips } from "./finder/spoken-chips";
import { readKept } from "./finder/kept-list.server";
import { openSearch } from "./finder/sealed-search.server";

export const handle = pageHandle<typeof loader>({
  family: true,
  robots: "noindex",
  title: (t) => t("public:find.title"),
});

export const loader = publicLoader(async ({ ctx, params, request, url }) => {
  const language = requireLanguage(params.lang);
  const base = pathTo("/:lang", { lang: language });
  const k = url.searchParams.get("k") ?? "";
  const search = openSearch(k);
  if (!search) throw redirect(`${base}?expired`);
  const words = await finderWords(ctx, language);
  const page = Math.min(400, pageOf(url));
  const results = await describeResults(ctx, words, search, { page, base });
  return { base, k, form: describeForm(words, search.criteria), results, kept: readKept(request).length };
});

/** Results for a family: cards, filters, the phone, and the list to keep (mockup public-finder-es). */
export default function Find() {
  const { base, k, form, results, kept } = useLoaderData<typeof loader>();
  const { t } = useTranslation("public");
  const side = (
    <div className="side-stack">
      <TalkCard talk={form.talk} />
      <KeepCard base={base} slugs={results.slugs} kept={kept} />
    </div>
  );
  return (
    <PublicPage
      title={t("home.title")}
      lede={t("home.lede")}
      skip={{ href: "#results", label: t("find.results") }}
      side={{ label: t("talk.label"), content: side }}
    >
      {results.crisis && <CrisisBox crisis={results.crisis} />}
      <FinderForm form={form} base={base} k={k} />
      {results.unknownPlace && <Note>{t("home.placeUnknown", { place: results.unknownPlace })}</Note>}
      {results.spoken && <SpokenChips spoken={results.spoken} base={base} k={k} />}
      <div className="found-head">
        <h2 id="results" tabIndex={-1}>
          {results.empty ? t("empty.title") : results.count}
        </h2>
        <FiltersForm filters={results.filters} base={base} k={k} />
      </div>
      {results.empty && <NoResults empty={results.empty} />}
      <PlacedHtml html={results.cards} />
      <MorePages results={results} base={base} k={k} />
      {results.closed && (
        <Details summary={t("find.closed", { count: results.closedTotal })}>
          <PlacedHtml html={results.closed} />
        </Details>
      )}
    </PublicPage>
  );
}

function NoResults({ empty }: { empty: NonNullable<ResultsView["empty"]> }) {
  const { t } = useTranslation("public");
  return (
    <div className="card card-body">
      {empty.chips && <p>{t("empty.why", { filters: empty.chips })}</p>}
      {empty.wider.length > 0 && (
        <>
          <h3>{t("empty.wider")}</h3>
          <ul className="link-list">
            {empty.wider.map(({ href, words }) => (
              <li key={words}>
                <a href={href}>{words}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      <p>{t("empty.talk")}</p>
    </div>
  );
}

function MorePages({ results, base, k }: { results: ResultsView; base: string; k: string }) {
  const { t } = useTranslation("public");
  const to = (page: number) => `${base}/find?k=${k}&page=${page}#results`;
  return (
    <p className="row no-print">
      {results.page > 1 && <a href={to(results.page - 1)}>{t("find.back")}</a>}
      {results.page < results.pages && <a href={to(results.page + 1)}>{t("find.more")}</a>}
    </p>
  );
}
