import { useTranslation } from "react-i18next";
import { Pages } from "~/ui/navigation";

/** A list's address with some of its words changed; empty ones are left out. */
export function listHref(path: string, words: Record<string, string | number | undefined>): string {
  const kept = Object.entries(words).filter(([, value]) => value !== undefined && value !== "");
  const query = new URLSearchParams(kept.map(([key, value]) => [key, String(value)])).toString();
  return query ? `${path}?${query}` : path;
}

/** Page links of an administrator's list of 25. */
export function ListPages({
  page,
  pages,
  href,
}: {
  page: number;
  pages: number;
  href: (page: number) => string;
}) {
  const { t } = useTranslation("common");
  if (pages <= 1) return null;
  const other = (to: number, label: string) =>
    to >= 1 && to <= pages ? { href: href(to), label } : undefined;
  return (
    <Pages
      label={t("pages.label")}
      newer={other(page - 1, t("pages.newer"))}
      older={other(page + 1, t("pages.older"))}
      words={t("pages.of", { page, pages })}
    />
  );
}
