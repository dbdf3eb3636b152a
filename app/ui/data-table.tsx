import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { Icon } from "./icon";
import { joinClasses } from "./join-classes";

export type Column<Row> = {
  key: string;
  /** Words of the header; also shown beside the value on phones, where rows are stacked. */
  label: string;
  cell: (row: Row) => ReactNode;
  number?: boolean;
  /** The row's name: drawn as a row header. Exactly one column has it. */
  header?: boolean;
  /** A link that sorts by this column, and how it is sorted now. */
  sort?: { href: string; now?: "ascending" | "descending" };
};

/** A real table: caption, scopes, sort as links. On phones rows become stacked pairs unless `wide` lets it scroll. */
export function DataTable<Row>({
  caption,
  quietCaption,
  columns,
  rows,
  rowKey,
  wide,
}: {
  caption: string;
  quietCaption?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  wide?: boolean;
}) {
  const table = (
    <table className={joinClasses("table", !wide && "table-stack")}>
      <caption>
        <span className={quietCaption ? "vh" : undefined}>{caption}</span>
      </caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <HeaderCell key={column.key} column={column} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)} className="hover-row">
            {columns.map((column) => (
              <BodyCell key={column.key} column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
  // A table that scrolls is reachable by keyboard and has a name.
  return wide ? (
    <div className="scroll" role="region" aria-label={caption} tabIndex={0}>
      {table}
    </div>
  ) : (
    table
  );
}

function HeaderCell<Row>({ column: { label, number, sort } }: { column: Column<Row> }) {
  return (
    <th scope="col" className={number ? "n" : undefined} aria-sort={sort?.now}>
      {sort ? (
        <Link to={sort.href}>
          {label}
          {sort.now && <Icon name={sort.now === "ascending" ? "up" : "down"} size={12} />}
        </Link>
      ) : (
        label
      )}
    </th>
  );
}

function BodyCell<Row>({ column: { label, cell, number, header }, row }: { column: Column<Row>; row: Row }) {
  return header ? (
    <th scope="row">{cell(row)}</th>
  ) : (
    <td className={number ? "n" : undefined} data-label={label}>
      {cell(row)}
    </td>
  );
}
