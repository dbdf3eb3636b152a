import { createReadStream } from "node:fs";
import { Transform } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { type ImportNote, UnusableFiles } from "./import-report";
import type { FileRow } from "./ohana-files";

export interface RowProblems {
  reject: (note: ImportNote) => void;
  warn: (note: ImportNote) => void;
}

/** Bytes to text, refusing what is not UTF-8 instead of replacing it. */
function strictUtf8(file: string): Transform {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let lines = 1;
  const decode = (chunk?: Buffer) => {
    try {
      const text = chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
      lines += text.split("\n").length - 1;
      return text;
    } catch {
      throw new UnusableFiles(
        `${file}: not UTF-8 text, at or soon after line ${lines}. Save the file as UTF-8 and try again.`,
      );
    }
  };
  return new Transform({
    readableObjectMode: false,
    transform(chunk: Buffer, _encoding, done) {
      try {
        done(null, decode(chunk));
      } catch (error) {
        done(error as Error);
      }
    },
    flush(done) {
      try {
        done(null, decode());
      } catch (error) {
        done(error as Error);
      }
    },
  });
}

function checkHeader(file: string, wanted: readonly string[], header: string[]): string[] {
  const names = header.map((name) => name.trim());
  const missing = wanted.filter((name) => !names.includes(name));
  if (missing.length) {
    throw new UnusableFiles(
      `${file}: wrong header, without ${missing.join(", ")}. It has: ${names.slice(0, 12).join(", ").slice(0, 300)}`,
    );
  }
  const twice = names.find((name, at) => name !== "" && names.indexOf(name) !== at);
  if (twice) throw new UnusableFiles(`${file}: wrong header, ${twice} stands there twice.`);
  return names;
}

/** Why a whole row cannot be taken: too few cells, NUL bytes, a formula. */
function rowProblem(file: string, line: number, cells: string[], names: string[]): ImportNote | null {
  if (cells.length !== names.length) {
    return {
      file,
      line,
      column: null,
      reason: `${cells.length} cells where the header has ${names.length}`,
      code: "columns",
    };
  }
  const nul = cells.findIndex((cell) => cell.includes("\0"));
  if (nul >= 0)
    return { file, line, column: names[nul] ?? null, reason: "holds a NUL byte", code: "nul_byte" };
  const formula = cells.findIndex((cell) => /^\s*[=@]/.test(cell));
  if (formula >= 0)
    return {
      file,
      line,
      column: names[formula] ?? null,
      reason: "starts like a spreadsheet formula",
      code: "formula_cell",
    };
  return null;
}

function readable(file: string, error: unknown): Error {
  if (error instanceof UnusableFiles) return error;
  if (error instanceof CsvError) {
    const why =
      error.code === "CSV_QUOTE_NOT_CLOSED"
        ? "a quote is opened and never closed; the file looks cut off"
        : "not readable as CSV";
    return new UnusableFiles(`${file}: ${why} (record starting near line ${Number(error.lines ?? 0)}).`);
  }
  const code = (error as { code?: string }).code;
  if (code === "ENOENT" || code === "EISDIR" || code === "EACCES")
    return new UnusableFiles(`${file}: cannot be read (${code}).`);
  return error instanceof Error ? error : new Error(String(error));
}

/**
 * The rows of one CSV file, streamed. Rows that cannot be used are reported; a file that cannot (wrong header, cut off,
 * not UTF-8) throws UnusableFiles.
 */
export async function* readOhanaFile(
  path: string,
  file: string,
  wanted: readonly string[],
  problems: RowProblems,
): AsyncGenerator<FileRow> {
  const parser = parse({
    bom: true,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: 4_000_000,
  });
  const source = createReadStream(path);
  const text = strictUtf8(file);
  source.on("error", (error) => parser.destroy(error));
  text.on("error", (error) => parser.destroy(error));
  source.pipe(text).pipe(parser);
  let names: string[] | null = null;
  let line = 1;
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: string[];
      info: { lines: number };
    }>) {
      const starts = line;
      line = info.lines + 1;
      if (names === null) names = checkHeader(file, wanted, record);
      else {
        const problem = rowProblem(file, starts, record, names);
        if (problem) problems.reject(problem);
        else
          yield {
            line: starts,
            values: Object.fromEntries(names.map((name, at) => [name, record[at] ?? ""])),
          };
      }
    }
  } catch (error) {
    throw readable(file, error);
  } finally {
    source.destroy();
  }
  if (names === null) throw new UnusableFiles(`${file}: empty, without even a header.`);
}
