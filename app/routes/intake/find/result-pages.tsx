import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { pathTo } from "~/paths";
import { Kbd } from "~/ui/kbd";
import type { PagesView } from "./view";

/** The page before and the page after; each begins at its first row, which takes the focus. */
export function ResultPages({ callId, pages }: { callId: string; pages: PagesView }) {
  const { t } = useTranslation("intake");
  const to = (at: number) => `${pathTo("/intake/calls/:id", { id: callId })}?at=${at}#r${at}`;
  return (
    <nav className="row pages" aria-label={t("results.pages")}>
      {pages.previous !== null && (
        <Link className="btn btn-s" data-key="p" to={to(pages.previous)}>
          {t("results.previous")} <Kbd decorative>P</Kbd>
        </Link>
      )}
      <span className="meta">{pages.words}</span>
      {pages.next !== null && (
        <Link className="btn btn-s" data-key="n" to={to(pages.next)}>
          {t("results.next")} <Kbd decorative>N</Kbd>
        </Link>
      )}
    </nav>
  );
}
