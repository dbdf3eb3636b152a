import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

/** A list's address with some of its words changed; empty ones are left out. */
export function listHref(path: string, words: Record<string, string | number | undefined>): string {
  const kept = Object.entries(words).filter(([, value]) => value !== undefined && value !== "");
  const query = new URLSearchParams(kept.map(([key, value]) => [key, String(value)])).toString();
  return query ? `${path}?${query}` : path;
}

type Props = { page: number; pages: number; href: (page: number) => string };

/** Pages of a long list, as links; nothing where there is one only. */
export function ListPages({ page, pages, href }: Props) {
  const { t } = useTranslation("common");
  if (pages <= 1) return null;
  const other = (to: number, rel: "prev" | "next") =>
    to >= 1 && to <= pages ? (
      <Link to={href(to)} rel={rel}>
        {t(rel === "prev" ? "pages.newer" : "pages.older")}
      </Link>
    ) : null;
  return (
    <nav className="row no-print" aria-label={t("pages.label")}>
      {other(page - 1, "prev")}
      <span className="meta">{t("pages.of", { page, pages })}</span>
      {other(page + 1, "next")}
    </nav>
  );
}
