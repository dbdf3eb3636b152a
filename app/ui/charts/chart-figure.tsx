import type { ReactNode } from "react";
import { Details } from "../card";
import { DataTable, type Column } from "../data-table";
import { joinClasses } from "../join-classes";
import { HatchPattern, useHatch } from "./hatch";

/** A chart in its card: title, one line of context, the drawing, then table and links. */
export function ChartFigure({
  title,
  sub,
  foot,
  className,
  children,
}: {
  title: ReactNode;
  sub?: ReactNode;
  foot?: ReactNode;
  className?: string;
  children: ReactNode;
}) {
  return (
    <figure className={joinClasses("card chart-figure", className)}>
      <figcaption>
        <h3>{title}</h3>
        {sub && <p className="chart-sub">{sub}</p>}
      </figcaption>
      {children}
      {foot && <div className="chart-foot">{foot}</div>}
    </figure>
  );
}

/** The same numbers as a table, folded. Hidden cells arrive here already in words ("1 to 10, hidden"). */
export function ChartTable<Row>({
  summary,
  caption,
  columns,
  rows,
  rowKey,
}: {
  summary: string;
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
}) {
  return (
    <Details summary={summary}>
      <DataTable caption={caption} columns={columns} rows={rows} rowKey={rowKey} />
    </Details>
  );
}

export type RiskGroup = { key: string; rows: readonly { label: string; counts: readonly string[] }[] };

/** Under a curve of waits: still waiting, heard back, stopped being counted, at some days. Counts are words ("1,962", "1 to 10, hidden"). */
export function RiskTable({
  caption,
  groupWord,
  days,
  groups,
}: {
  caption: string;
  groupWord: string;
  days: readonly string[];
  groups: readonly RiskGroup[];
}) {
  return (
    <div className="scroll" role="region" aria-label={caption} tabIndex={0}>
      <table className="risk">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="vh">{groupWord}</span>
            </th>
            {days.map((day) => (
              <th key={day} scope="col">
                {day}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.flatMap((group) =>
            group.rows.map((row, index) => (
              <tr key={group.key + row.label} className={index === 0 ? "risk-first" : undefined}>
                <th scope="row">{row.label}</th>
                {row.counts.map((count, column) => (
                  <td key={days[column]}>{count}</td>
                ))}
              </tr>
            )),
          )}
        </tbody>
      </table>
    </div>
  );
}

/** What the marks mean. */
export function ChartKey({
  result,
  target,
  hatched,
  compare,
}: {
  result: string;
  target: string;
  hatched: string;
  compare?: string;
}) {
  const hatch = useHatch();
  return (
    <ul className="chart-key">
      <li>
        <Swatch>
          <rect width="26" height="12" className="band band-1" />
          <line x1="0" x2="26" y1="6" y2="6" className="line line-1" />
        </Swatch>
        {result}
      </li>
      <li>
        <Swatch>
          <line x1="0" x2="26" y1="6" y2="6" className="target" />
        </Swatch>
        {target}
      </li>
      <li>
        <Swatch>
          <HatchPattern name={hatch.name} />
          <rect width="26" height="12" fill={hatch.fill} />
        </Swatch>
        {hatched}
      </li>
      {compare && (
        <li>
          <Swatch>
            <line x1="0" x2="26" y1="6" y2="6" className="compare" />
          </Swatch>
          {compare}
        </li>
      )}
    </ul>
  );
}

function Swatch({ children }: { children: ReactNode }) {
  return (
    <svg viewBox="0 0 26 12" width="26" height="12" aria-hidden="true">
      {children}
    </svg>
  );
}
