import { stringify } from "csv-stringify/sync";
import { removeMarks } from "~/domain/kernel/remove-marks";

/**
 * UTF-8 with BOM, one header row, CRLF as spreadsheets want it. A cell that a spreadsheet would run as a formula gets an
 * apostrophe in front; numbers, negative ones too, stay numbers.
 */
export function writeCsv(header: string[], rows: (string | number | null)[][]): string {
  return stringify([header, ...rows], {
    bom: true,
    record_delimiter: "windows",
    quoted_match: /[\r\n]/,
    escape_formulas: true,
    cast: {
      number: (value) => ({ value: String(value), escape_formulas: false }),
      string: (value) => removeMarks(value),
    },
  });
}

/** A CSV for download; never kept by a cache on the way. */
export function csvResponse(name: string, text: string): Response {
  return new Response(text, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name.replace(/[^a-z0-9.-]/gi, "-")}"`,
      "Cache-Control": "private, no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
