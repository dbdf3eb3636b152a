import { Link } from "@remix-run/react";
import { pathTo } from "~/paths";
import { ResultRow } from "./result-row";
import type { CallView, ResultsView } from "./view";

type ListProps = { call: CallView; results: ResultsView; chosen: number; choose: (at: number) => void };

/** Programs that fit, in the server's order, and below them, folded, those that take no referrals now. */
export function ResultList({ call, results, chosen, choose }: ListProps) {
  return (
    <ol className="card results" id="list">
      {results.rows.map((row) => (
        <ResultRow key={row.slug} row={row} call={call} current={row.at === chosen} choose={choose} />
      ))}
      {results.closed.length > 0 && (
        <li className="folded">
          <details className="more">
            <summary>{results.closedWords}</summary>
            <ul>
              {results.closed.map(({ slug, name, where, words }) => (
                <li className="row" key={slug}>
                  <Link
                    to={`${pathTo("/intake/calls/:id/refer/:program", { id: call.id, program: slug })}?at=${chosen}&how=open`}
                    preventScrollReset
                  >
                    {name}
                  </Link>
                  <span className="meta">{where}</span>
                  <span className="tag tone-neu">{words}</span>
                </li>
              ))}
            </ul>
          </details>
        </li>
      )}
    </ol>
  );
}
