import { UnusableFiles } from "./import-report";

export interface CsvRecord {
  /** The line it starts on; the header is line 1. */
  line: number;
  cells: string[];
  /** Text stood after a closing quote: the cells cannot be trusted. */
  broken: boolean;
}

const longest = 8_000_000;

/** RFC 4180 in pieces: quotes, quotes in quotes, lines in cells, CRLF. An order faster than a parser with options. */
export class CsvRecords {
  private rest = "";
  private line = 1;

  constructor(private readonly file: string) {}

  /** The records that are whole by now; with `end`, what is left too. */
  push(piece: string, end: boolean): CsvRecord[] {
    const text = this.rest === "" ? piece : this.rest + piece;
    const records: CsvRecord[] = [];
    let at = 0;
    while (at < text.length) {
      const next = this.read(text, at, end);
      if (!next) break;
      at = next.end;
      if (next.record.cells.length > 1 || next.record.cells[0] !== "") records.push(next.record);
    }
    this.rest = text.slice(at);
    if (end && this.rest !== "")
      throw new UnusableFiles(
        `${this.file}: a quote is opened and never closed; the file looks cut off (record starting near line ${this.line}).`,
      );
    if (this.rest.length > longest)
      throw new UnusableFiles(
        `${this.file}: a quote is opened and not closed within ${longest / 1e6} million characters (record starting near line ${this.line}).`,
      );
    return records;
  }

  private read(text: string, start: number, end: boolean): { record: CsvRecord; end: number } | null {
    const cells: string[] = [];
    let broken = false;
    let lines = 1;
    let at = start;
    let newline = text.indexOf("\n", at);
    for (;;) {
      if (text.charCodeAt(at) === 34) {
        const close = closingQuote(text, at + 1, end);
        if (close < 0) return null;
        const raw = text.slice(at + 1, close);
        const cell = raw.includes('""') ? raw.replaceAll('""', '"') : raw;
        if (newline >= 0 && newline < close) lines += countLines(raw);
        at = close + 1;
        if (newline < at) newline = text.indexOf("\n", at);
        const stop = cellEnd(text, at, newline);
        if (stop < 0 && !end && newline < 0) return null;
        const tail = text.slice(at, stop < 0 ? text.length : stop);
        if (tail !== "" && tail !== "\r") broken = true;
        cells.push(cell);
        at = stop < 0 ? text.length : stop;
      } else {
        const stop = cellEnd(text, at, newline);
        if (stop < 0 && !end) return null;
        const cell = text.slice(at, stop < 0 ? text.length : stop);
        at = stop < 0 ? text.length : stop;
        const last = at === newline || at >= text.length;
        cells.push(last && cell.endsWith("\r") ? cell.slice(0, -1) : cell);
      }
      if (at < text.length && text.charCodeAt(at) === 44) {
        at += 1;
        // A comma at the very end of what there is: the next cell has not come yet.
        if (at >= text.length && !end) return null;
        if (at >= text.length) return this.finish(cells.concat(""), broken, lines, at);
        continue;
      }
      if (at >= text.length && !end) return null;
      return this.finish(cells, broken, lines, Math.min(at + 1, text.length));
    }
  }

  private finish(cells: string[], broken: boolean, lines: number, end: number) {
    const record = { line: this.line, cells, broken };
    this.line += lines;
    return { record, end };
  }
}

function closingQuote(text: string, from: number, end: boolean): number {
  let at = from;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return -1;
    if (quote + 1 >= text.length) return end ? quote : -1;
    if (text.charCodeAt(quote + 1) !== 34) return quote;
    at = quote + 2;
  }
}

/** Where a cell without quotes ends: at a comma or a line's end, whichever comes first; -1 for neither. */
function cellEnd(text: string, from: number, newline: number): number {
  const comma = text.indexOf(",", from);
  if (comma < 0) return newline;
  return newline < 0 || comma < newline ? comma : newline;
}

function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
}
