import { Prisma } from "~/db/generated/client";
import type { Ctx } from "../kernel/context";
import { Invalid } from "../kernel/errors";
import { whereFor } from "../kernel/policy.server";
import { type SourceRow, type SourceTableName, sourceTable, sourceTables } from "./source-tables";

export interface ImportedRows {
  imported: number;
  updated: number;
  unchanged: number;
}

/** The statement that puts rows of one table in, or changes those that differ. Column names come from source-tables.ts only. */
function upsertSql(name: SourceTableName): { head: string; tail: string } {
  const { columns, once = [], byHash } = sourceTable(name);
  const names = Object.keys(columns);
  const kept = names.filter(
    (column) => column !== "id" && column !== "jurisdiction_id" && !once.includes(column),
  );
  const compared = byHash ? ["import_hash"] : kept.filter((column) => column !== "last_modified");
  const list = (of: readonly string[], prefix: string) => of.map((column) => `${prefix}${column}`).join(", ");
  const tenant = names.includes("jurisdiction_id") ? `t.jurisdiction_id = excluded.jurisdiction_id and ` : "";
  return {
    head: `insert into ${name} as t (${list(names, "")}) select ${list(names, "r.")} from jsonb_to_recordset(`,
    tail: `) as r(${names.map((column) => `${column} ${columns[column]}`).join(", ")})
      on conflict (id) do update set ${kept.map((column) => `${column} = excluded.${column}`).join(", ")}
      where ${tenant}(${list(compared, "t.")}) is distinct from (${list(compared, "excluded.")})
      returning (xmax = 0) as made`,
  };
}

/**
 * Takes rows of one source into one table of the directory: new ones are made, changed ones follow their source. Rows belong
 * to the actor's jurisdiction whatever they say. Throws Forbidden, and Invalid for a table that imports do not write.
 */
export async function importRows(
  ctx: Ctx,
  input: { table: SourceTableName; rows: readonly SourceRow[] },
): Promise<ImportedRows> {
  whereFor(ctx, "import", "Service");
  if (!Object.hasOwn(sourceTables, input.table)) throw new Invalid({ table: ["unknown"] });
  const counts: ImportedRows = { imported: 0, updated: 0, unchanged: 0 };
  const { head, tail } = upsertSql(input.table);
  for (let at = 0; at < input.rows.length; at += 1000) {
    const rows = input.rows
      .slice(at, at + 1000)
      .map((row) => ({ ...row, jurisdiction_id: ctx.actor.jurisdictionId }));
    const done = await ctx.tx.$queryRaw<
      { made: boolean }[]
    >`${Prisma.raw(head)}${JSON.stringify(rows)}::jsonb${Prisma.raw(tail)}`;
    const made = done.filter((row) => row.made).length;
    counts.imported += made;
    counts.updated += done.length - made;
    counts.unchanged += rows.length - done.length;
  }
  return counts;
}
