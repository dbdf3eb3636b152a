import { hash } from "node:crypto";
import { copyRows, copyValue } from "~/db/copy-rows.server";
import type { Ctx } from "~/domain/kernel/context";
import type { RecordBatch } from "./agency-record";
import { keptColumns, recordTables, type RecordTable } from "./extract-columns";
import { keepBatch } from "./extracts/keep-extract-rows.server";
import { createStagedSql, passingName, stagedColumns, stagedName } from "./stage-records-sql";
import { writeReportSecrets } from "./write-report-secrets.server";

export type Staged = {
  /** Rows given, by table; a table that no batch spoke of is not there. */
  given: Map<RecordTable, number>;
  /** The columns that the files of these tables have. */
  columns: Map<RecordTable, ReadonlySet<string>>;
  /** The latest day on which something happened; empty where nothing did. */
  latest: string;
};

type Cell = string | number | boolean | null | readonly string[];
const columnsByTable = Object.fromEntries(recordTables.map((table) => [table, keptColumns(table)])) as Record<
  RecordTable,
  ReturnType<typeof keptColumns>
>;

/** The columns that a batch's file has. */
const namesOf = ({ table, given }: RecordBatch): ReadonlySet<string> =>
  new Set(given ?? columnsByTable[table].map(({ name }) => name));

/**
 * Rows as lines of COPY, of the columns that the file has. The hash is of all that is kept and of which columns these are, so
 * that an unchanged row is known by it alone, and an empty cell is told from a column that is not there.
 */
function toCopyText({ table, rows, lines, given }: RecordBatch, names: ReadonlySet<string>): string {
  const shape = given?.join() ?? "";
  const fields = columnsByTable[table].flatMap(({ name, field }) => (names.has(name) ? [field] : []));
  let text = "";
  for (const [at, row] of rows.entries()) {
    const values = row as Readonly<Record<string, Cell | undefined>>;
    const cells = fields.map((field) => copyValue(values[field] ?? null)).join("\t");
    text += `${lines?.[at] ?? 0}\t${hash("sha1", `${shape}\n${cells}`, "base64")}\t${cells}\n`;
  }
  return text;
}

function latestDate(batch: RecordBatch, latest: string): string {
  let last = latest;
  for (const row of batch.rows) {
    const date =
      "reportDate" in row ? row.reportDate : "entryDate" in row ? (row.exitDate ?? row.entryDate) : "";
    if (date > last) last = date;
  }
  return last;
}

/** Sends one batch, keeps its rows as they were given, and lets them wait: PostgreSQL's part, while the next batch is read. */
async function sendBatch(
  ctx: Ctx,
  {
    table,
    text,
    names,
    runId,
  }: { table: RecordTable; text: string; names: ReadonlySet<string>; runId: string },
): Promise<void> {
  const columns = stagedColumns(table, names);
  const [passing, list] = [passingName(table), columns.join(", ")];
  await copyRows(ctx.tx)(passing, columns, text);
  await keepBatch(ctx, { runId, table, from: passing, columns });
  await ctx.tx.$executeRawUnsafe(`insert into ${stagedName(table)} (${list}) select ${list} from ${passing}`);
  await ctx.tx.$executeRawUnsafe(`truncate ${passing}`);
}

/**
 * Sends all batches into waiting tables of the transaction, each table made when its first batch comes, and keeps their rows
 * as they were given: one batch is on its way to PostgreSQL while the next is read, and no more than these two are held.
 * Reporter and narrative go to the protected schema at once. Rejects with what the reader throws.
 */
export async function stageBatches(
  ctx: Ctx,
  batches: AsyncIterable<RecordBatch>,
  runId: string,
): Promise<Staged> {
  const given = new Map<RecordTable, number>();
  const columns = new Map<RecordTable, ReadonlySet<string>>();
  let [latest, sending]: [string, Promise<void>] = ["", Promise.resolve()];
  for await (const batch of batches) {
    const before = given.get(batch.table);
    if (before === undefined) {
      await sending;
      await ctx.tx.$executeRawUnsafe(createStagedSql(batch.table));
      await ctx.tx.$executeRawUnsafe(createStagedSql(batch.table, passingName(batch.table)));
    }
    const names = namesOf(batch);
    columns.set(batch.table, new Set([...(columns.get(batch.table) ?? []), ...names]));
    given.set(batch.table, (before ?? 0) + batch.rows.length);
    latest = latestDate(batch, latest);
    const text = toCopyText(batch, names);
    await sending;
    if (batch.table === "reports") await writeReportSecrets(ctx, batch.rows, runId);
    sending = sendBatch(ctx, { table: batch.table, text, names, runId });
    // Awaited before the next is sent; a failure meanwhile is no unhandled one.
    sending.catch(() => undefined);
  }
  await sending;
  for (const table of given.keys()) await ctx.tx.$executeRawUnsafe(`analyze ${stagedName(table)}`);
  return { given, columns, latest };
}
