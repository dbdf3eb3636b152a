import path from "node:path";
import { isIsoDate, monthEnd, type IsoDate } from "~/domain/kernel/calendar";
import type { RecordBatch } from "~/domain/reports/agency-record";
import type { ExtractLack } from "~/domain/reports/extract-origin";
import { UnusableFile } from "../csv/read-csv-lines";
import type { Listener } from "../csv/read-extract-file";
import { anyPlace, PlaceCheck, stateOfFips, type Place } from "../records/check-place";
import { BatchFiller } from "../records/fill-batches";
import type { RecordSource } from "../records/record-source";
import { readXmlRecords, type XmlHead } from "./read-xml-records";
import { afcarsElementOf, translateAfcarsRecord, type AfcarsRow } from "./translate-afcars-record";

const tables = ["children", "removals", "placements", "contacts"] as const;
const RECORD = "record";

/** What the out-of-home file cannot say, and who needs it. */
const afcarsLacks: readonly ExtractLack[] = [
  {
    code: "no_home_ids",
    lacks: "gives no id of a home: a new licence of the same home cannot be told from a move",
    measures: ["CFSR4-P5"],
    misleads: "placements",
  },
  {
    code: "siblings_counted",
    lacks: "gives how many siblings are in care and in the same home (E57, E58), and not who they are",
    measures: ["BOS-SIB23"],
    misleads: "placements",
  },
  {
    code: "no_reports",
    lacks: "gives no reports",
    measures: [
      ...["CFSR4-S1", "CFSR4-S2", "CA-2A", "CA-2B", "CA-2D", "CA-PR1", "CA-PR2"],
      ...["OUT-RPT-6", "OUT-RPT-12", "OUT-RPT-24", "OUT-SUB-12"],
    ],
    misleads: null,
  },
  { code: "no_home_cases", lacks: "gives no cases of children at home", measures: ["CA-2S"], misleads: null },
];

/** Refuses what is XML and no such file. */
function checkHead(file: string, { root, texts }: XmlHead): void {
  if (texts.has("A1_title_iv_agency"))
    throw new UnusableFile(
      file,
      "is AFCARS' file of adoption and guardianship assistance, not of children in care",
    );
  if (!/^(\w+:)?data$/.test(root) || !texts.has("E2_report_date"))
    throw new UnusableFile(file, "is XML, and no AFCARS 2020 out-of-home file (no E2_report_date in data)");
}

async function readHead(file: string): Promise<XmlHead> {
  let last: XmlHead = { root: "", texts: new Map() };
  for await (const { head, records } of readXmlRecords(file, RECORD)) {
    last = head;
    if (records.length > 0 || head.texts.has("E2_report_date")) break;
  }
  checkHead(file, last);
  return last;
}

/** The county of a child's last removal: three digits after the state's two. */
const countyOf = (rows: readonly AfcarsRow[]): { state: string | null; county: string } => {
  const removals = rows.filter(({ table }) => table === "removals");
  const code = removals.at(-1)?.cells["county"] ?? "";
  return /^\d{5}$/.test(code)
    ? { state: stateOfFips(code.slice(0, 2)), county: code.slice(2) }
    : { state: null, county: "" };
};

async function* readAfcars(
  file: string,
  listener: Listener,
  today: IsoDate,
  place: Place,
): AsyncGenerator<RecordBatch> {
  const name = path.basename(file);
  const check = new PlaceCheck(file, place);
  const filler = new BatchFiller({ file: name, fieldOf: afcarsElementOf }, listener, today);
  for await (const { records } of readXmlRecords(file, RECORD)) {
    for (const record of records) {
      const rows = [...translateAfcarsRecord(record)];
      const { state, county } = countyOf(rows);
      const other = check.refuse(state, county);
      if (other !== null)
        listener.onRejected({ file: name, line: record.line, column: "E3", ...other }, "removals");
      else for (const { table, cells, line } of rows) filler.take(table, cells, line);
    }
    yield* filler.takeFull();
  }
  check.end();
  yield* filler.takeRest(tables);
}

/** An AFCARS 2020 out-of-home file (XML). Throws UnusableFile for any other, and for what cannot be read safely. */
export async function openAfcars(file: string): Promise<RecordSource> {
  const { texts } = await readHead(file);
  const month = texts.get("E2_report_date") ?? "";
  const state = stateOfFips((texts.get("E1_title_iv_agency") ?? "").padStart(2, "0"));
  const firstDay = `${month.slice(0, 4)}-${month.slice(4, 6)}-01`;
  return {
    format: "AFCARS 2020 out-of-home file",
    files: [file],
    fileOf: () => path.basename(file),
    asOf: isIsoDate(firstDay) ? monthEnd(firstDay) : null,
    lacks: afcarsLacks,
    read: (listener, today, place = anyPlace) => {
      new PlaceCheck(file, place).checkState(state);
      return readAfcars(file, listener, today, place);
    },
  };
}
