import path from "node:path";
import { columnsOf, type ExtractTable } from "~/domain/reports/extract-columns";
import { readCsvLines } from "./read-csv-lines";
import type { Remark } from "./read-extract-file";
import { rowReader } from "./read-extract-row";

/** Files of measures may give a day with its time. */
const withoutTime = (text: string): string => text.trim().replace(/^(\d{4}-\d{2}-\d{2})[T ].*$/, "$1");

/** Measures read what their period and last day name; a later day is no fault of the file. */
const anyDay = "9999-12-30";

/** The first cell of a column that cannot be read, by its line in the file, and why; null when every one can. */
export async function findUnreadableCell(
  file: string,
  table: ExtractTable,
  name: string,
): Promise<Remark | null> {
  const column = columnsOf(table).find((one) => one.name === name);
  if (!column) return null;
  const readRow = rowReader([{ ...column, at: 0 }], anyDay);
  let at = -1;
  for await (const lines of readCsvLines(file))
    for (const { line, cells } of lines) {
      if (at < 0) {
        at = cells.findIndex((cell) => cell.trim().toLowerCase() === name);
        continue;
      }
      const cell = cells[at] ?? "";
      const read = readRow([column.kind === "time" ? cell : withoutTime(cell)]);
      if ("fault" in read) return { file: path.basename(file), line, ...read.fault };
    }
  return null;
}
