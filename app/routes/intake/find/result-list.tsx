import { Link } from "@remix-run/react";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button";
import { Kbd } from "~/ui/kbd";
import { Use } from "./sprite";
import type { CallView, Mark, ResultsView, RowView } from "./view";

type ListProps = { call: CallView; results: ResultsView; chosen: number; choose: (at: number) => void };

/** Programs that fit, in the server's order, and below them, folded, those that take no referrals now. */
export function ResultList({ call, results, chosen, choose }: ListProps) {
  const { t } = useTranslation("intake");
  return (
    <ol className="card results" id="list">
      {results.rows.map((row) => (
        <ResultRow key={row.slug} row={row} call={call} t={t} current={row.at === chosen} choose={choose} />
      ))}
      {results.closed.length > 0 && (
        <li className="folded">
          <details className="more">
            <summary>{results.closedWords}</summary>
            <ul>
              {results.closed.map((row) => (
                <ClosedRow key={row.slug} row={row} />
              ))}
            </ul>
          </details>
        </li>
      )}
    </ol>
  );
}

type RowProps = {
  row: RowView;
  call: CallView;
  t: TFunction<"intake">;
  current: boolean;
  choose: (at: number) => void;
};

function ResultRow({ row, call, t, current, choose }: RowProps) {
  return (
    <li className="res" aria-current={current || undefined}>
      <span className="res-number" aria-hidden="true">
        {row.at}
      </span>
      <div>
        <h3>
          <RowLink row={row} call={call} current={current} choose={choose} />
        </h3>
        <p className="meta">{row.where}</p>
      </div>
      <div className="res-end">
        <span className={`tag tone-${row.room.tone}`}>
          <Use mark={row.room.mark} />
          {row.room.words}
        </span>
        {row.beside && <span className="meta">{row.beside}</span>}
      </div>
      <p className="res-why">
        {row.ticks.map((words) => (
          <span key={words}>
            <Use mark="check" />
            {words}
          </span>
        ))}
        {row.asks.map((words) => (
          <span key={words} className="doubt">
            <Use mark="warn" />
            {words}
          </span>
        ))}
        <span className="meta">{row.checked}</span>
      </p>
      {current && <RowActions row={row} call={call} t={t} />}
    </li>
  );
}

/** The first press chooses the row, the second opens the program beside the results. */
function RowLink({ row, call, current, choose }: Omit<RowProps, "t">) {
  const base = `/intake/calls/${call.id}`;
  if (current) {
    return (
      <Link to={`${base}/refer/${row.slug}?at=${row.at}&how=open`} id={`r${row.at}`} preventScrollReset>
        {row.name}
      </Link>
    );
  }
  const chooseHere = (press: React.MouseEvent) => {
    press.preventDefault();
    choose(row.at);
  };
  return (
    <a href={`${base}?at=${row.at}#r${row.at}`} id={`r${row.at}`} onClick={chooseHere}>
      {row.name}
    </a>
  );
}

/** Acts on the chosen program; without the family on the line there is nobody to ask, so Refer becomes Reach out. */
function RowActions({ row, call, t }: Pick<RowProps, "row" | "call" | "t">) {
  const base = `/intake/calls/${call.id}`;
  const panel = `${base}/refer/${row.slug}`;
  const here = `?at=${row.at}`;
  return (
    <form method="post" action={`${base}${here}`} className="res-acts">
      {call.caller === "family" ? (
        <Go first shortcut="r" to={`${panel}${here}`}>
          {t("acts.refer")}
        </Go>
      ) : (
        <Go first shortcut="o" to={`${base}/outreach${here}&program=${row.slug}`}>
          {t("acts.reachOut")}
        </Go>
      )}
      <Go mark="phone" shortcut="w" to={`${panel}${here}&how=warm`}>
        {t("acts.warm")}
      </Go>
      <Go mark="text" shortcut="t" to={`${panel}${here}&how=text`}>
        {t("acts.text")}
      </Go>
      <input type="hidden" name="program" value={row.slug} />
      <Button small shortcut="a" name="intent" value={row.kept ? "drop" : "keep"}>
        {row.kept ? t("acts.kept") : t("acts.keep")}
      </Button>
    </form>
  );
}

/** A link that looks like a button and, with script, opens beside the results. */
function Go({
  to,
  shortcut,
  mark,
  first,
  children,
}: {
  to: string;
  shortcut: string;
  mark?: Mark;
  first?: boolean;
  children: string;
}) {
  return (
    <Link to={to} className={first ? "btn btn-s btn-p" : "btn btn-s"} data-key={shortcut} preventScrollReset>
      {mark && <Use mark={mark} />}
      {children}
      <Kbd decorative>{shortcut.toUpperCase()}</Kbd>
    </Link>
  );
}

function ClosedRow({ row }: { row: RowView }) {
  return (
    <li className="row">
      <strong>{row.name}</strong>
      <span className="meta">{row.where}</span>
      <span className="tag tone-neu">{row.room.words}</span>
    </li>
  );
}
