import type pg from "pg";

/** Rows that one command of the captured transaction wrote to one table, every value as PostgreSQL prints it. */
export interface WrittenRows {
  table: string;
  columns: string[];
  rows: (string | null)[][];
  /** The row was there before: an update. */
  update: boolean;
  /** Columns that carry the row's own id (uuid): a repetition needs a new one. */
  ownIds: string[];
  /** Text columns that must differ from row to row and have no id to make them differ. */
  unique: string[];
}

interface Table {
  name: string;
  columns: string[];
  ownIds: string[];
  unique: string[];
}

const tablesSql = `
  select format('%I.%I', n.nspname, c.relname) as name,
    (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
    coalesce((select array_agg(distinct a.attname::text) from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = any(i.indkey)
      where i.indrelid = c.oid and i.indisprimary and a.atttypid = 'uuid'::regtype and a.attname = 'id'), '{}') as "ownIds",
    coalesce((select array_agg(distinct a.attname::text) from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = any(i.indkey)
      where i.indrelid = c.oid and i.indisunique and i.indpred is null and a.atttypid = 'text'::regtype and not exists (
        select from pg_attribute b where b.attrelid = c.oid and b.attnum = any(i.indkey) and b.attname = 'id')), '{}') as unique
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind = 'r' and n.nspname in ('public', 'pgboss', 'protected') and c.relname not in ('_prisma_migrations', 'bench_filled')`;

/** What the transaction that last wrote a service_referral wrote anywhere, in the order in which it wrote. */
async function rowsOfLastSend(
  owner: pg.Client,
  tables: Table[],
): Promise<(WrittenRows & { order: number })[]> {
  const last = await owner.query<{ xid: string }>(
    "select xmin::text as xid from service_referral order by created_at desc, id desc limit 1",
  );
  const written: (WrittenRows & { order: number })[] = [];
  for (const table of tables) {
    const values = table.columns.map((column) => `${owner.escapeIdentifier(column)}::text`).join(", ");
    const { rows } = await owner.query({
      text: `select cmin::text::int, ${values} from ${table.name} where xmin::text = $1 order by 1`,
      values: [last.rows[0]?.xid],
      rowMode: "array",
    });
    for (const [order, ...row] of rows as [number, ...(string | null)[]][]) {
      const same = written.find((one) => one.order === order && one.table === table.name);
      if (same) same.rows.push(row);
      else written.push({ ...table, table: table.name, rows: [row], update: false, order });
    }
  }
  return written.sort((a, b) => a.order - b.order);
}

async function idsIn(owner: pg.Client, table: string): Promise<Set<string>> {
  const { rows } = await owner.query<{ id: string }>(`select id::text from ${table}`);
  return new Set(rows.map((row) => row.id));
}

/**
 * Sends twice and answers exactly what the second send wrote. The first one tells which tables are touched, so that
 * rows that were there before can be told from new ones.
 */
export async function captureSend(owner: pg.Client, sendOne: () => Promise<void>): Promise<WrittenRows[]> {
  const tables = (await owner.query<Table>(tablesSql)).rows;
  await sendOne();
  const touched = new Set((await rowsOfLastSend(owner, tables)).map((one) => one.table));
  const before = new Map<string, Set<string>>();
  for (const table of tables)
    if (touched.has(table.name) && table.ownIds.length > 0)
      before.set(table.name, await idsIn(owner, table.name));
  await sendOne();
  return (await rowsOfLastSend(owner, tables)).map(({ order: _order, ...written }) => {
    const id = written.rows[0]?.[written.columns.indexOf("id")] ?? "";
    return { ...written, update: before.get(written.table)?.has(id) ?? false };
  });
}
