import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { from } from "pg-copy-streams";
import { type BackupTable, UnusableBackup } from "./backup-manifest";
import { keptSchemas, type KeptTable, listKeptTables, plainFormats } from "./kept-tables";
import { meterBytes } from "./meter-bytes";
import type { OpenBackup } from "./open-backup";

type Runner = Pick<pg.ClientBase, "query">;

interface Held {
  table: string;
  name: string;
  /** As PostgreSQL writes it. */
  says: string;
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
const nameOf = ({ schema, name }: Pick<KeptTable, "schema" | "name">) => `${quoted(schema)}.${quoted(name)}`;

/**
 * Takes away what looks from one table at another, and what was added for later rows alone: rows then come in any order.
 * An owner who is no superuser may not put constraints to sleep.
 */
async function liftConstraints(client: Runner): Promise<Held[]> {
  const { rows } = await client.query<Held>(
    `select c.conrelid::regclass::text as table, quote_ident(c.conname) as name, pg_get_constraintdef(c.oid) as says
      from pg_constraint c join pg_class t on t.oid = c.conrelid
      where c.connamespace = any($1::regnamespace[]) and c.conparentid = 0 and (c.contype = 'f' or not c.convalidated)
      order by 1, 2`,
    [keptSchemas],
  );
  for (const { table, name } of rows) await client.query(`alter table ${table} drop constraint ${name}`);
  return rows;
}

async function layConstraints(client: Runner, held: Held[]): Promise<void> {
  for (const { table, name, says } of held)
    await client.query(`alter table ${table} add constraint ${name} ${says}`);
}

/** The columns that the table has here: those of the queue's own may differ with its version. */
function columnsFor(table: BackupTable, here: KeptTable[]): string[] {
  const found = here.find((one) => one.schema === table.schema && one.name === table.name);
  const missing = table.columns.filter((column) => !found?.columns.includes(column));
  if (!found || missing.length > 0)
    throw new UnusableBackup(
      `The backup's table ${table.name} does not fit this version${found ? ` (${missing.join(", ")})` : ""}.`,
    );
  return table.columns;
}

async function copyIn(client: pg.Client, backup: OpenBackup, table: BackupTable, columns: string[]) {
  const list = columns.map(quoted).join(", ");
  const meter = meterBytes(({ lines, sha256 }) => {
    if (sha256 !== table.sha256 || lines !== table.rows)
      throw new UnusableBackup(`The backup's rows of ${table.name} are not those it was made with.`);
  });
  await pipeline(
    await backup.read(table.part),
    meter,
    client.query(from(`copy ${nameOf(table)} (${list}) from stdin`)),
  );
  const { rows } = await client.query<{ n: number }>(`select count(*)::int as n from ${nameOf(table)}`);
  if (rows[0]?.n !== table.rows)
    throw new Error(`${table.name} has ${rows[0]?.n} rows; the backup has ${table.rows}.`);
}

/**
 * Puts a backup's rows in place of all that stand in the tables, as their owner, in the transaction that `client` is in; the
 * tables are those of the backup's migrations. Triggers of ours sleep meanwhile: what they wrote is among the rows.
 */
export async function restoreRows(
  client: pg.Client,
  backup: OpenBackup,
  progress: (words: string) => void,
): Promise<void> {
  await client.query(plainFormats);
  const here = await listKeptTables(client);
  const held = await liftConstraints(client);
  for (const table of here) await client.query(`alter table ${nameOf(table)} disable trigger user`);
  await client.query(`truncate ${here.map(nameOf).join(", ")}`);
  for (const table of backup.manifest.tables) {
    await copyIn(client, backup, table, columnsFor(table, here));
    if (table.rows >= 10_000) progress(`${table.name}: ${table.rows} rows`);
  }
  progress("Checking what refers to what");
  await layConstraints(client, held);
  for (const table of here) await client.query(`alter table ${nameOf(table)} enable trigger user`);
  for (const one of backup.manifest.sequences)
    await client.query("select setval($1::regclass, $2::bigint)", [nameOf(one), one.value]);
}
