import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { deskLoader } from "~/auth/desk.server";
import { listTerms } from "~/domain/directory/index.server";
import { pathTo } from "~/paths";
import { Card } from "~/ui/card";
import { pageHandle } from "~/ui/page/page-handle";
import { Tag } from "~/ui/tag";
import { frameOf } from "./frame-of";
import { AdminFrame } from "./admin-frame";
import { useTreeName } from "./directory-list/use-tree-name";

export const handle = pageHandle<typeof loader>({
  robots: "noindex",
  title: (t) => t("admin-directory:categories.title"),
});

export const loader = deskLoader("admin", async ({ ctx, session }) => {
  const terms = await listTerms(ctx);
  return {
    frame: frameOf(session),
    trees: [...new Set(terms.map(({ tree }) => tree))].map((tree) => ({
      tree,
      terms: terms.filter((one) => one.tree === tree),
    })),
  };
});
type Term = Awaited<ReturnType<typeof loader>>["trees"][number]["terms"][number];

/** Every category of the trees in use, where it stands, how many programs carry it, and which are used no more. */
export default function CategoriesPage() {
  const { frame, trees } = useLoaderData<typeof loader>();
  const { t } = useTranslation("admin-directory");
  const treeName = useTreeName();
  return (
    <AdminFrame {...frame} current="more" title={t("categories.title")} lede={t("categories.lede")}>
      <div className="form-stack">
        {trees.length === 0 && <p>{t("categories.none")}</p>}
        {trees.map(({ tree, terms }) => (
          <Card key={tree} aria-labelledby={`tree-${tree}`}>
            <h2 id={`tree-${tree}`}>{treeName(tree)}</h2>
            <Branch terms={terms} parentId={null} />
          </Card>
        ))}
      </div>
    </AdminFrame>
  );
}

/** The terms below one; at the top also those whose parent stands in another tree. */
function Branch({ terms, parentId }: { terms: readonly Term[]; parentId: string | null }) {
  const here = terms.filter((one) =>
    parentId === null ? !terms.some(({ id }) => id === one.parentId) : one.parentId === parentId,
  );
  return (
    <ul className="form-stack mt-2">
      {here.map((term) => (
        <li key={term.id}>
          {terms.some((one) => one.parentId === term.id) ? (
            <details className="more">
              <summary>{term.name}</summary>
              <div className="ml-4 mt-2">
                <TermLine term={term} all={terms} />
                <Branch terms={terms} parentId={term.id} />
              </div>
            </details>
          ) : (
            <TermLine term={term} all={terms} />
          )}
        </li>
      ))}
    </ul>
  );
}

function TermLine({ term, all }: { term: Term; all: readonly Term[] }) {
  const { t } = useTranslation("admin-directory");
  const to = all.find(({ id }) => id === term.replacedBy);
  return (
    <>
      <Link to={pathTo("/admin/categories/:id", { id: term.id })} lang="en">
        {term.name}
      </Link>{" "}
      {term.listings > 0 && (
        <span className="meta">{t("categories.listings", { count: term.listings })}</span>
      )}{" "}
      {term.deprecatedAt && <Tag tone="neu">{t("categories.ended")}</Tag>}{" "}
      {to && <span className="meta">{t("categories.readAs", { name: to.name })}</span>}
    </>
  );
}
