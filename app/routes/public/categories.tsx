import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { publicLoader } from "~/auth/public-page.server";
import { listCategories } from "~/domain/directory/index.server";
import type { Category } from "~/domain/directory/code-lists/list-categories.server";
import { emptyCriteria } from "~/domain/directory/search/search-criteria";
import { requireLanguage } from "~/locales/require-language";
import { pathTo } from "~/paths";
import { PageForm } from "~/ui/form/page-form";
import { pageHandle } from "~/ui/page/page-handle";
import { PublicPage } from "~/ui/page/public-page";
import { TalkCard } from "./finder/finder-side";
import { describeForm, finderWords } from "./finder/finder-words.server";

export const handle = pageHandle<typeof loader>({ family: true, title: (t) => t("public:categories.title") });

export const loader = publicLoader(async ({ ctx, params }) => {
  const language = requireLanguage(params.lang);
  const [tree, words] = [await listCategories(ctx), await finderWords(ctx, language)];
  return { base: pathTo("/:lang", { lang: language }), tree, form: describeForm(words, emptyCriteria) };
});

/** Every kind of help as a tree, with no script: a fold a branch, and a button that searches. */
export default function Categories() {
  const { base, tree, form } = useLoaderData<typeof loader>();
  const { t } = useTranslation("public");
  const parts = (["services", "situations"] as const).filter((part) => tree[part].length > 0);
  return (
    <PublicPage
      title={t("categories.title")}
      lede={t(parts.length > 0 ? "categories.lede" : "categories.none")}
      side={{ label: t("talk.label"), content: <TalkCard talk={form.talk} /> }}
    >
      {parts.map((part) => (
        <section key={part} className="card card-body mt-3">
          <h2>{t(`categories.${part}`)}</h2>
          <PageForm method="post" action={`${base}?index`} values={{ intent: "category" }}>
            <div lang={tree.language} className="branches">
              {tree[part].map((one) => (
                <Branch key={one.id} category={one} />
              ))}
            </div>
          </PageForm>
        </section>
      ))}
      {tree.attribution && (
        <p className="meta mt-3">{t("categories.source", { attribution: tree.attribution })}</p>
      )}
      <p className="mt-3">
        <a href={base}>{t("categories.back")}</a>
      </p>
    </PublicPage>
  );
}

function Branch({ category }: { category: Category }) {
  const { t } = useTranslation("public");
  const button = (
    <button
      className="btn btn-q"
      name="category"
      value={category.id}
      aria-label={t("categories.search", { name: category.name })}
    >
      {category.name}
    </button>
  );
  if (category.children.length === 0) return <p>{button}</p>;
  return (
    <details className="more">
      <summary>{category.name}</summary>
      <div className="branch">
        <p>{button}</p>
        {category.children.map((one) => (
          <Branch key={one.id} category={one} />
        ))}
      </div>
    </details>
  );
}
