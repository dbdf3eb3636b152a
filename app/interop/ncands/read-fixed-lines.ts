import { createReadStream } from "node:fs";
import { UnusableFile } from "../csv/read-csv-lines";

/** Lines from 1; `isEnded`: a line break follows. */
export type FixedLine = { line: number; text: string; isEnded: boolean };

const LONGEST_LINE = 10_000;

/**
 * The lines of a file of fixed columns, some at a time: a character a byte, so that a letter with an accent moves no column.
 * Empty lines are passed over. Throws UnusableFile for a line without an end.
 */
export async function* readFixedLines(file: string): AsyncGenerator<FixedLine[]> {
  let [rest, line] = ["", 0];
  const toLine = (text: string, isEnded: boolean): FixedLine[] => {
    line += 1;
    const whole = text.endsWith("\r") ? text.slice(0, -1) : text;
    return whole === "" || whole === "\u001A" ? [] : [{ line, text: whole, isEnded }];
  };
  for await (const chunk of createReadStream(file, { encoding: "latin1", highWaterMark: 262_144 })) {
    const parts = (rest + String(chunk)).split("\n");
    rest = parts.pop() ?? "";
    if (rest.length > LONGEST_LINE)
      throw new UnusableFile(file, `has a line ${line + parts.length + 1} without an end`);
    yield parts.flatMap((text) => toLine(text, true));
  }
  if (rest !== "") yield toLine(rest, false);
}
