import { createReadStream } from "node:fs";
import path from "node:path";

/** A file that cannot be used at all: nothing of the whole import is kept. */
export class UnusableFile extends Error {
  constructor(file: string, why: string) {
    super(`${path.basename(file)} ${why}. Nothing was changed.`);
  }

  /** With the words of another reader. */
  static saying(words: string): UnusableFile {
    const unusable = new UnusableFile("", "");
    unusable.message = words;
    return unusable;
  }
}

/** The cells of a record and the line of the file on which it ends, from 1. */
export type Line = { line: number; cells: string[] };

const CHUNK = 262_144;
const LONGEST_RECORD = 1_000_000;

/** A record with quotes in it: its cells, where the next one begins, and the line breaks inside; null when its end is not there yet. */
type Quoted = { cells: string[]; next: number; breaks: number };

/** The text of a quoted cell that begins at `from`, and where it ends; null when it does not. Doubled quotes are one. */
function readQuotedCell(text: string, from: number): { value: string; end: number } | null {
  let value = "";
  let at = from + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    // Whether a quote at the very end is doubled, the next chunk says.
    if (quote < 0 || quote === text.length - 1) return null;
    value += text.slice(at, quote);
    if (text[quote + 1] !== '"') return { value, end: quote + 1 };
    value += '"';
    at = quote + 2;
  }
}

function countBreaks(text: string, newline: string): number {
  let [count, at] = [0, text.indexOf(newline)];
  for (; at >= 0; at = text.indexOf(newline, at + 1)) count += 1;
  return count;
}

/** A quote that stands inside a cell, and what follows a closing one, are taken as they are. */
function readQuotedRecord(text: string, from: number, newline: string): Quoted | null {
  const cells: string[] = [];
  let [at, breaks] = [from, 0];
  for (;;) {
    let value = "";
    if (text[at] === '"') {
      const quoted = readQuotedCell(text, at);
      if (!quoted) return null;
      breaks += countBreaks(quoted.value, newline);
      value = quoted.value;
      at = quoted.end;
    }
    const end = text.indexOf(newline, at);
    if (end < 0) return null;
    const comma = text.indexOf(",", at);
    const isLast = comma < 0 || comma > end;
    const rest = text.slice(at, isLast ? end : comma);
    cells.push(value + (isLast && rest.endsWith("\r") ? rest.slice(0, -1) : rest));
    if (isLast) return { cells, next: end + newline.length, breaks };
    at = comma + 1;
  }
}

/** Files of old systems end a line by a carriage return alone. */
function newlineOf(text: string): string {
  const [feed, carriage] = [text.indexOf("\n"), text.indexOf("\r")];
  return carriage >= 0 && (feed < 0 || carriage < feed - 1) ? "\r" : "\n";
}

/** Splits text into records as far as they are whole, and keeps the rest for the text that follows. */
class RecordSplitter {
  private rest = "";
  private line = 0;
  private newline: string | null = null;

  constructor(private readonly file: string) {}

  take(chunk: string): Line[] {
    const text = this.rest + chunk;
    this.newline ??= newlineOf(text);
    const lines: Line[] = [];
    let at = 0;
    for (;;) {
      const next = this.readRecord(text, at, lines);
      if (next === null) break;
      at = next;
    }
    this.rest = text.slice(at);
    if (this.rest.length > LONGEST_RECORD)
      throw new UnusableFile(
        this.file,
        `cannot be read as CSV: the record on line ${this.line + 1} has no end within ${LONGEST_RECORD} characters`,
      );
    return lines;
  }

  end(): Line[] {
    if (this.rest === "") return [];
    const lines = this.take(this.newline ?? "\n");
    if (this.rest !== "") throw new UnusableFile(this.file, "ends inside a quoted cell: it was cut off");
    return lines;
  }

  private readRecord(text: string, at: number, lines: Line[]): number | null {
    const newline = this.newline ?? "\n";
    const end = text.indexOf(newline, at);
    if (end < 0) return null;
    const record = text.slice(at, end > at && text.charCodeAt(end - 1) === 13 ? end - 1 : end);
    if (!record.includes('"')) {
      this.line += 1;
      if (record !== "") lines.push({ line: this.line, cells: record.split(",") });
      return end + 1;
    }
    const quoted = readQuotedRecord(text, at, newline);
    if (!quoted) return null;
    this.line += 1 + quoted.breaks;
    lines.push({ line: this.line, cells: quoted.cells });
    return quoted.next;
  }
}

/**
 * The records of a CSV file (RFC 4180, UTF-8 with or without a mark), some at a time; empty lines are passed over. What is no
 * UTF-8 comes as U+FFFD. Throws UnusableFile for a file that ends inside a quoted cell or a record without an end.
 */
export async function* readCsvLines(file: string): AsyncGenerator<Line[]> {
  const splitter = new RecordSplitter(file);
  let isFirst = true;
  for await (const chunk of createReadStream(file, { encoding: "utf8", highWaterMark: CHUNK })) {
    const text = String(chunk);
    yield splitter.take(isFirst && text.startsWith("\uFEFF") ? text.slice(1) : text);
    isFirst = false;
  }
  yield splitter.end();
}
