import path from "node:path";
import type { IsoDate } from "~/domain/kernel/calendar";
import { isIsoDate } from "~/domain/kernel/calendar";
import type { RecordBatch } from "~/domain/reports/agency-record";
import type { ExtractLack } from "~/domain/reports/extract-origin";
import { UnusableFile } from "../csv/read-csv-lines";
import type { Listener } from "../csv/read-extract-file";
import { anyPlace, PlaceCheck, type Place } from "../records/check-place";
import { BatchFiller } from "../records/fill-batches";
import type { RecordSource } from "../records/record-source";
import { ncandsLengths, readField, shortestRecord } from "./ncands-layout";
import { readFixedLines, type FixedLine } from "./read-fixed-lines";
import { ncandsFieldOf, translateNcandsLine } from "./translate-ncands-line";

const tables = ["children", "reports"] as const;

/** What the Child File cannot say (measures.md section 8), and who needs it. */
const ncandsLacks: readonly ExtractLack[] = [
  {
    code: "disposed_alone",
    lacks: "holds only reports with a disposition, and none that was screened out",
    measures: ["OUT-RPT-6", "OUT-RPT-12", "OUT-RPT-24", "CA-PR1"],
    misleads: "reports",
  },
  {
    code: "no_responses",
    lacks: "gives no response type and no attempted contact",
    measures: ["CA-2B", "CA-2D"],
    misleads: "reports",
  },
  {
    code: "no_removals",
    lacks: "gives no removals and placements",
    measures: [
      ...[
        "CFSR4-S1",
        "CFSR4-P1",
        "CFSR4-P2",
        "CFSR4-P3",
        "CFSR4-P4",
        "CFSR4-P5",
        "FC-ENTRY",
        "CA-2A",
        "CA-PR3",
      ],
      ...["CA-PR4", "CA-4A-ALL", "CA-4A-SOME", "CA-4B1", "CA-4B2", "CA-4B3", "IOC3-CONG", "BOS-SIB23"],
      ...["OUT-REM-12"],
    ],
    misleads: null,
  },
  { code: "no_visits", lacks: "gives no visits and no cases", measures: ["CA-2F", "CA-2S"], misleads: null },
];

/**
 * The dialect is the known length that most lines at the file's beginning have: systems cut blanks off the end of some, and
 * a single line may be wrong. Where none has a known one, the longest.
 */
async function readDialect(file: string): Promise<{ length: number; first: string }> {
  for await (const lines of readFixedLines(file)) {
    const [first] = lines;
    if (!first) continue;
    const lengths = lines.map(({ text }) => text.length);
    const count = (length: number): number => lengths.filter((one) => one === length).length;
    const [most] = ncandsLengths.filter((length) => count(length) > 0).sort((a, b) => count(b) - count(a));
    return { length: most ?? Math.max(...lengths), first: first.text };
  }
  throw new UnusableFile(file, "is empty");
}

function refuseLength(file: string, length: number, line: FixedLine): string | null {
  if (line.text.length > length) return `has ${line.text.length} characters, the file's lines have ${length}`;
  if (line.text.length < length && !line.isEnded)
    throw new UnusableFile(file, `was cut off: line ${line.line} is not whole`);
  if (line.text.length < shortestRecord) return `has ${line.text.length} characters: too few for a record`;
  return null;
}

async function* readNcands(
  file: string,
  length: number,
  listener: Listener,
  today: IsoDate,
  place: Place,
): AsyncGenerator<RecordBatch> {
  const name = path.basename(file);
  const check = new PlaceCheck(file, place);
  const filler = new BatchFiller({ file: name, fieldOf: ncandsFieldOf }, listener, today);
  for await (const lines of readFixedLines(file)) {
    for (const one of lines) {
      const reason = refuseLength(file, length, one);
      if (reason !== null) {
        listener.onRejected(
          { file: name, line: one.line, column: null, reason, code: "unknown_length" },
          "reports",
        );
        continue;
      }
      const other = check.refuse(readField(one.text, "STATERR"), readField(one.text, "RPTCNTY"));
      if (other !== null) {
        listener.onRejected({ file: name, line: one.line, column: null, ...other }, "reports");
        continue;
      }
      const { children, reports } = translateNcandsLine(one.text);
      filler.take("children", children, one.line);
      filler.take("reports", reports, one.line);
    }
    yield* filler.takeFull();
  }
  check.end();
  yield* filler.takeRest(tables);
}

/**
 * An NCANDS Child File of a state (fixed columns), told by the length of its lines. Throws UnusableFile, which names the
 * lengths that are known, for any other.
 */
export async function openNcands(file: string): Promise<RecordSource> {
  const { length, first } = await readDialect(file);
  if (!ncandsLengths.includes(length) || !/^\d{4}[A-Z]{2}/.test(first))
    throw new UnusableFile(
      file,
      `has lines of ${length} characters: an NCANDS Child File has ${ncandsLengths.join(", ")}, and begins with year and state`,
    );
  const yearEnd = `${readField(first, "SUBYR")}-09-30`;
  return {
    format: `NCANDS Child File, ${length} characters a line`,
    files: [file],
    fileOf: () => path.basename(file),
    asOf: isIsoDate(yearEnd) ? yearEnd : null,
    lacks: ncandsLacks,
    read: (listener, today, place = anyPlace) => {
      new PlaceCheck(file, place).checkState(readField(first, "STATERR"));
      return readNcands(file, length, listener, today, place);
    },
  };
}
