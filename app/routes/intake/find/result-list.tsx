import { useNavigate } from "@remix-run/react";
import { type RefObject, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { closedHtml, rowHtml } from "./row-html";
import type { CallView, ResultsView } from "./view";

type ListProps = { call: CallView; results: ResultsView; chosen: number; choose: (at: number) => void };

/** The rows' links act here: the first press chooses the row, the others open beside the results. */
function useLinks(list: RefObject<HTMLOListElement>, choose: (at: number) => void): void {
  const navigate = useNavigate();
  useEffect(() => {
    const region = list.current;
    const press = (event: MouseEvent) => {
      const link = (event.target as Element).closest("a");
      // Another tab or another button of the mouse is the browser's.
      if (!link || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
        return;
      if (link.dataset.choose) choose(Number(link.dataset.choose));
      else if (link.dataset.go !== undefined)
        navigate(link.pathname + link.search, { preventScrollReset: true });
      else return;
      event.preventDefault();
    };
    region?.addEventListener("click", press);
    return () => region?.removeEventListener("click", press);
  }, [list, choose, navigate]);
}

/**
 * Programs that fit, in the server's order, and below them, folded, those that take no referrals now. Rows are text and
 * not elements: thirty-five of them were half of what drawing this page cost. Their links act through the list.
 */
export function ResultList({ call, results, chosen, choose }: ListProps) {
  const { t } = useTranslation("intake");
  const list = useRef<HTMLOListElement>(null);
  useLinks(list, choose);
  return (
    <ol className="card results" id="list" ref={list}>
      {results.rows.map((row) => (
        <li
          key={row.slug}
          className="res"
          aria-current={row.at === chosen || undefined}
          dangerouslySetInnerHTML={{ __html: rowHtml(row, call, t, row.at === chosen) }}
        />
      ))}
      {results.closed.length > 0 && (
        <li className="folded">
          <details className="more">
            <summary>{results.closedWords}</summary>
            <ul dangerouslySetInnerHTML={{ __html: closedHtml(results.closed) }} />
          </details>
        </li>
      )}
    </ol>
  );
}
