import { useTranslation } from "react-i18next";
import type { ListingTerm } from "~/domain/directory/code-lists/list-listing-terms.server";
import { pathTo } from "~/paths";
import { Tag } from "~/ui/tag";

/** The categories that a listing carries; one that is used no more stays, and says so. */
export function TermList({ terms }: { terms: readonly ListingTerm[] }) {
  const { t } = useTranslation("admin-directory");
  if (terms.length === 0) return null;
  return (
    <>
      <h3 className="mt-3">{t("categories.ofListing")}</h3>
      <ul>
        {terms.map(({ id, name, ended, now }) => (
          <li key={id}>
            <a href={pathTo("/admin/categories/:id", { id })} lang="en">
              {name}
            </a>{" "}
            {ended && <Tag tone="neu">{t("categories.ended")}</Tag>}{" "}
            {now && <span className="meta">{t("categories.readAs", { name: now })}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}
