const BOM = "\uFEFF";

/** A cell that a spreadsheet would run as a formula gets an apostrophe in front. Numbers, negative ones too, stay numbers. */
export function escapeCell(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** UTF-8 with BOM, one header row, CRLF as spreadsheets want it. */
export function writeCsv(header: string[], rows: (string | number | null)[][]): string {
  return `${BOM}${[header, ...rows].map((row) => row.map(escapeCell).join(",")).join("\r\n")}\r\n`;
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
