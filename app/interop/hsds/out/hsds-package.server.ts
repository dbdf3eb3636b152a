import { Readable } from "node:stream";
import { ZipFile } from "yazl";
import { listWithheldRows, readOutgoingRows, rememberNames } from "~/domain/directory/index.server";
import type { Ctx } from "~/domain/kernel/context";
import { describePackage } from "./hsds-descriptor";
import { columnsOf, hsdsTable, outgoingHsdsTables } from "./hsds-outgoing";
import { nestObjects } from "./nest-objects.server";
import type { HsdsTable } from "../hsds-field";
import {
  type HsdsRow,
  hsdsHeader,
  type LeftBehind,
  type OurRow,
  writeHsdsLine,
  writeHsdsRow,
} from "./write-hsds-row";

export interface PackageAsk {
  /** Tables, nested objects, or both. */
  format: "csv" | "json" | "both";
  title: string;
  profile: string | null;
  /** Said as each file is begun. */
  progress?: (words: string) => void;
}

export interface ExportReport {
  exported: Record<string, number>;
  /** Rows or fields that stayed behind, or of which something was kept back, each with its reason. */
  left: LeftBehind[];
}

/** Each page asks anew which listings leave, and that costs a look at all of them: few pages, though not all at once. */
const atOnce = 5_000;
const objectsAtOnce = 1_000;

/** Everything of an export that its files share. */
interface Package {
  ctx: Ctx;
  report: ExportReport;
  /** Rows that could not leave: what hangs on them stays too. */
  dropped: Set<string>;
}

/** Attributes and changes are read by the table they hang on; every other table is read in one go. */
const entitiesOf = (table: HsdsTable): (string | undefined)[] =>
  table.name === "attribute" || table.name === "metadata"
    ? outgoingHsdsTables
        .map((one) => one.table)
        .filter((one) => one !== "attribute" && one !== "field_change")
    : [undefined];

async function* pagesOf(ctx: Ctx, table: HsdsTable, limit: number): AsyncGenerator<OurRow[]> {
  const columns = columnsOf(table);
  for (const entity of entitiesOf(table)) {
    let after: string | undefined;
    for (;;) {
      const ask = { table: table.table, columns, limit, ...(after && { after }), ...(entity && { entity }) };
      const rows = await readOutgoingRows(ctx, ask);
      if (rows.length > 0) yield rows;
      if (rows.length < limit) break;
      after = rows.at(-1)?.id;
    }
  }
}

async function* rowsOf(
  { ctx, report, dropped }: Package,
  table: HsdsTable,
  limit = atOnce,
): AsyncGenerator<HsdsRow[]> {
  for await (const rows of pagesOf(ctx, table, limit)) {
    const written: HsdsRow[] = [];
    for (const row of rows) {
      const one = writeHsdsRow(table, row, (left) => report.left.push(left));
      if (one) written.push(one);
      else dropped.add(row.id);
    }
    yield written;
  }
}

async function* csvOf(pack: Package, table: HsdsTable): AsyncGenerator<string> {
  yield hsdsHeader(table);
  let count = 0;
  for await (const rows of rowsOf(pack, table)) {
    const kept = rows.filter((row) => !pack.dropped.has(String(row["link_id"] ?? row["resource_id"] ?? "")));
    count += kept.length;
    yield kept.map((row) => writeHsdsLine(table, row)).join("");
  }
  pack.report.exported[table.name] = count;
}

/** One object a line, nested as the specification's compiled schemas say. An organization stands whole in its own file. */
async function* linesOf(pack: Package, object: string): AsyncGenerator<string> {
  const silent: Package = { ...pack, report: { exported: {}, left: [] }, dropped: new Set() };
  const quiet = () => undefined;
  const flat = object === "service" ? ["organization"] : [];
  for await (const rows of rowsOf(silent, hsdsTable(object), objectsAtOnce)) {
    await nestObjects(pack.ctx, object, rows, { depth: "full", note: quiet, flat });
    yield rows.map((row) => `${JSON.stringify(row)}\n`).join("");
  }
}

/** A zip's files are written one after the other, so that one transaction serves them. */
async function* ofText(text: () => string): AsyncGenerator<string> {
  yield text();
}

async function attributionsOf(ctx: Ctx): Promise<string[]> {
  const rows = await readOutgoingRows(ctx, { table: "taxonomy", columns: ["id", "attribution"] });
  return [...new Set(rows.map((row) => row["attribution"]).filter((one): one is string => Boolean(one)))];
}

function filesOf(pack: Package, ask: PackageAsk, attributions: readonly string[]) {
  const created = pack.ctx.clock.now().toISOString();
  const { title, profile } = ask;
  const files: [string, () => AsyncGenerator<string>][] = [];
  if (ask.format !== "json") {
    const descriptor = () =>
      `${JSON.stringify(describePackage({ title, created, profile, attributions }), null, 2)}\n`;
    files.push(["datapackage.json", () => ofText(descriptor)]);
    for (const table of outgoingHsdsTables) files.push([`${table.file}.csv`, () => csvOf(pack, table)]);
  }
  if (ask.format !== "csv") {
    files.push(["json/services.ndjson", () => linesOf(pack, "service")]);
    files.push(["json/organizations.ndjson", () => linesOf(pack, "organization")]);
  }
  files.push(["export-report.json", () => ofText(() => `${JSON.stringify(pack.report, null, 2)}\n`)]);
  return files;
}

/**
 * The directory as one zip, written as it is read: the tabular package of HSDS 3.1 (datapackage.json and a CSV a table),
 * its nested form (json/*.ndjson, one object a line) and export-report.json. The same directory makes the same files but for
 * `created` in the descriptor. `sink` takes the bytes; resolves when all are handed over.
 */
export async function writeHsdsPackage(
  ctx: Ctx,
  ask: PackageAsk,
  sink: (bytes: NodeJS.ReadableStream) => Promise<unknown>,
): Promise<ExportReport> {
  await rememberNames(ctx);
  const withheld = await listWithheldRows(ctx);
  const report: ExportReport = {
    exported: {},
    left: withheld.map(({ table, id, code }) => ({ object: table, id, field: "", code })),
  };
  const pack: Package = { ctx, report, dropped: new Set() };
  const files = filesOf(pack, ask, await attributionsOf(ctx));
  const zip = new ZipFile();
  const done = sink(zip.outputStream);
  done.catch(() => undefined);
  const mtime = new Date(Date.UTC(1980, 0, 1, 12));
  for (const [name, open] of files) {
    ask.progress?.(name);
    const bytes = Readable.from(open(), { objectMode: false, highWaterMark: 1 << 16 });
    const read = new Promise<void>((resolve, reject) => {
      bytes.once("end", resolve);
      bytes.once("error", reject);
      done.catch(reject);
    });
    zip.addReadStream(bytes, name, { mtime, compress: true });
    await read;
  }
  zip.end();
  await done;
  return report;
}
