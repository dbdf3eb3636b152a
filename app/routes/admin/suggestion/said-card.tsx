import { useTranslation } from "react-i18next";
import type { ReadSuggestion } from "~/domain/feedback/suggestions/list-suggestions.server";
import { pathTo } from "~/paths";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { PageForm } from "~/ui/form/page-form";
import { DescriptionList } from "~/ui/lists";

/** What somebody proposed, and what became of it. */
export function SaidCard({ suggestion }: { suggestion: ReadSuggestion }) {
  const { t } = useTranslation("admin-directory");
  const { row, proposed, listing, times } = suggestion;
  return (
    <Card aria-labelledby="said" className="[overflow-wrap:anywhere]">
      <h2 id="said">{t(`suggestions.kinds.${row.kind}`)}</h2>
      <p className="meta">{t("suggestion.times", { count: times })}</p>
      <DescriptionList
        facts={[
          ...(listing
            ? [
                {
                  key: "listing",
                  term: t("suggestion.listing"),
                  detail: (
                    <a href={pathTo("/:lang/programs/:slug", { lang: "en", slug: listing.slug })}>
                      {listing.name}
                    </a>
                  ),
                },
              ]
            : []),
          ...Object.entries(proposed).map(([field, value]) => ({
            key: field,
            term: t(`field.${field}`),
            detail: value,
          })),
          ...(row.words ? [{ key: "words", term: t("suggestion.words"), detail: row.words }] : []),
          ...(row.decisionReason
            ? [{ key: "reason", term: t("claim.reason"), detail: row.decisionReason }]
            : []),
        ]}
      />
      {row.resultServiceId && row.kind !== "closed" && (
        <p className="mt-2">
          <a href={pathTo("/admin/listing-review/:id", { id: row.resultServiceId })}>
            {t(row.kind === "new_listing" ? "suggestion.draft" : "suggestion.edit")}
          </a>
        </p>
      )}
      {row.status === "refused" && (
        <PageForm method="post" values={{ intent: "reopen", version: row.version }}>
          <Button small>{t("suggestion.reopen")}</Button>
        </PageForm>
      )}
    </Card>
  );
}
