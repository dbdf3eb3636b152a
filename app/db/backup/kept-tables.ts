import type pg from "pg";

/** Every schema that the portal writes. */
export const keptSchemas = ["public", "protected", "limits", "pgboss"] as const;

/** What the queue's schema holds beside these is about the process that ran, and made anew. */
const keptOfQueues = ["queue", "schedule", "subscription", "job", "job_dependency"];

export interface KeptTable {
  schema: string;
  name: string;
  /** Without those that PostgreSQL computes. */
  columns: string[];
}

type Reader = Pick<pg.ClientBase, "query">;

const notOfExtensions = (catalogue: string, id: string) =>
  `not exists (select from pg_depend d where d.classid = '${catalogue}'::regclass and d.objid = ${id} and d.deptype = 'e')`;

/** The tables whose rows a backup carries. Prisma's list of migrations is none: applying them writes it. */
export async function listKeptTables(client: Reader): Promise<KeptTable[]> {
  const { rows } = await client.query<KeptTable>(
    `select n.nspname as schema, c.relname as name, array(
        select a.attname::text from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and not c.relispartition and n.nspname = any($1)
        and (n.nspname <> 'pgboss' or c.relname = any($2)) and c.relname <> '_prisma_migrations'
        and ${notOfExtensions("pg_class", "c.oid")}
      order by 1, 2`,
    [keptSchemas, keptOfQueues],
  );
  return rows;
}

export interface KeptSequence {
  schema: string;
  name: string;
  /** The last one given out. */
  value: string;
}

export async function listSequences(client: Reader): Promise<KeptSequence[]> {
  const { rows } = await client.query<KeptSequence>(
    `select schemaname as schema, sequencename as name, last_value::text as value from pg_sequences
      where schemaname = any($1) and schemaname <> 'pgboss' and last_value is not null order by 1, 2`,
    [keptSchemas],
  );
  return rows;
}

/** One format for what is written and what is read, whatever the server's own is. */
export const plainFormats = `set local timezone = 'UTC'; set local datestyle = 'ISO, MDY'; set local intervalstyle = 'postgres';
  set local extra_float_digits = 1; set local bytea_output = 'hex'; set local statement_timeout = 0;
  set local idle_in_transaction_session_timeout = 0`;
