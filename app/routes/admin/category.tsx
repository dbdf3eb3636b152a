import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { deskAction, deskLoader } from "~/auth/desk.server";
import { text } from "~/auth/form-fields";
import { deprecateTerm, listTerms, restoreTerm } from "~/domain/directory/index.server";
import { NotFound } from "~/domain/kernel/errors";
import { pathTo } from "~/paths";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { PageForm } from "~/ui/form/page-form";
import { SelectField } from "~/ui/form/select-field";
import { pageHandle } from "~/ui/page/page-handle";
import { Tag } from "~/ui/tag";
import { frameOf } from "./frame-of";
import { RecordPage } from "./directory-list/record-page";
import { useRefusalWords } from "./directory-list/refusal-words";
import { useTreeName } from "./directory-list/use-tree-name";

export const handle = pageHandle<typeof loader>({
  robots: "noindex",
  title: (t) => t("admin-directory:categories.title"),
});
const notices = ["termEnded", "termRestored"] as const;

export const loader = deskLoader("admin", async ({ ctx, params, url, session }) => {
  const terms = await listTerms(ctx);
  const term = terms.find(({ id }) => id === params.id);
  if (!term) throw new NotFound();
  return {
    frame: frameOf(session),
    term,
    others: terms.filter(
      ({ id, tree, deprecatedAt }) => id !== term.id && tree === term.tree && !deprecatedAt,
    ),
    replacement: terms.find(({ id }) => id === term.replacedBy)?.name ?? null,
    notice: notices.find((one) => url.searchParams.has(one)) ?? null,
  };
});

export const action = deskAction("admin", {
  end: [
    z.object({ version: text, replacedBy: text }),
    async ({ ctx, params, input }) => {
      await deprecateTerm(ctx, { id: params.id ?? "", ...input });
      return redirect(`${pathTo("/admin/categories/:id", { id: params.id })}?termEnded`, 303);
    },
  ],
  restore: [
    z.object({ version: text }),
    async ({ ctx, params, input }) => {
      await restoreTerm(ctx, { id: params.id ?? "", ...input });
      return redirect(`${pathTo("/admin/categories/:id", { id: params.id })}?termRestored`, 303);
    },
  ],
});

/** One category: where it stands, how many programs carry it, and its end with what replaces it. */
export default function CategoryPage() {
  const { frame, term, others, replacement, notice } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation("admin-directory");
  const errors = useRefusalWords(refused);
  const treeName = useTreeName();
  return (
    <RecordPage
      {...{ frame, refused, errors, notice }}
      current="more"
      title={term.name}
      list={{ href: pathTo("/admin/categories"), label: t("categories.title") }}
    >
      <Card aria-labelledby="state">
        <h2 id="state">{treeName(term.tree)}</h2>
        {term.description && <p lang="en">{term.description}</p>}
        <p className="meta">{t("categories.carried", { count: term.listings })}</p>
        {term.deprecatedAt ? (
          <>
            <p className="mt-2">
              <Tag tone="neu">{t("categories.ended")}</Tag>{" "}
              {replacement && t("categories.readAs", { name: replacement })}
            </p>
            <PageForm method="post" values={{ intent: "restore", version: term.version }} className="mt-2">
              <Button>{t("categories.restore")}</Button>
            </PageForm>
          </>
        ) : (
          <PageForm
            method="post"
            stack
            className="form-narrow mt-2"
            values={{ intent: "end", version: term.version }}
          >
            <p className="meta">{t("categories.endWhat")}</p>
            <SelectField
              name="replacedBy"
              label={t("categories.replacedBy")}
              empty={t("need.noReplacement")}
              error={errors["replacedBy"]?.[0]}
              options={others.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <div className="row">
              <Button variant="danger">{t("categories.end")}</Button>
            </div>
          </PageForm>
        )}
      </Card>
    </RecordPage>
  );
}
