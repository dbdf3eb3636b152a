import type { IsoDate } from "~/domain/kernel/calendar";
import type { ExtractColumn } from "~/domain/reports/extract-columns";
import type { RemarkCode } from "~/domain/reports/remark-codes";
import { cellReader, Refused, type CellValue } from "./read-extract-cell";

/** Why a row was refused; `reason` never repeats what the cell holds, since a cell may name a person. */
export type RowFault = { column: string | null; reason: string; code: RemarkCode };

export type ReadRow = { row: Record<string, CellValue> } | { fault: RowFault };

/** A column of the contract and where it stands in this file; -1 when the file has no such column. */
export type PlacedColumn = ExtractColumn & { at: number };

/**
 * A reader of one line's cells into the fields of a record, or of which column refuses it and why. Records tell what has
 * happened: a day after `today` is a slip, and would move the date up to which the data are taken as whole.
 */
export function rowReader(columns: PlacedColumn[], today: IsoDate): (cells: string[]) => ReadRow {
  const readers = columns.map((column) => ({ ...column, read: cellReader(column, today) }));
  const isPresent = ({ at, key }: PlacedColumn): boolean => at >= 0 || key;
  const absent = Object.fromEntries(
    readers.filter((column) => !isPresent(column)).map(({ field, read }) => [field, read("")]),
  );
  const present = readers.filter(isPresent);
  return (cells) => {
    const row: Record<string, CellValue> = { ...absent };
    for (const { name, field, at, read } of present) {
      try {
        row[field] = read(at < 0 ? "" : (cells[at] ?? ""));
      } catch (error) {
        if (error instanceof Refused) return { fault: { column: name, ...error.why } };
        throw error;
      }
    }
    return { row };
  };
}
