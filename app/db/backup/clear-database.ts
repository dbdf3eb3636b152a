import type pg from "pg";
import { keptSchemas } from "./kept-tables";

const own = (catalogue: string, id: string) =>
  `not exists (select from pg_depend d where d.classid = '${catalogue}'::regclass and d.objid = ${id} and d.deptype in ('e', 'i'))`;

/** What stands in the schema public, dropped one by one: the schema and its extensions may belong to somebody else. */
const inPublic = [
  `select format('drop %s if exists %s cascade', case c.relkind when 'v' then 'view' when 'm' then 'materialized view'
      when 'S' then 'sequence' else 'table' end, c.oid::regclass) as statement
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'S')
      and not c.relispartition and ${own("pg_class", "c.oid")}`,
  `select format('drop routine if exists %s cascade', p.oid::regprocedure) as statement
    from pg_proc p where p.pronamespace = 'public'::regnamespace and ${own("pg_proc", "p.oid")}`,
  `select format('drop type if exists %s cascade', t.oid::regtype) as statement
    from pg_type t where t.typnamespace = 'public'::regnamespace and t.typtype in ('e', 'd') and ${own("pg_type", "t.oid")}`,
];

/** Drops everything of the portal from the database, in the transaction that `client` is in. */
export async function clearDatabase(client: Pick<pg.ClientBase, "query">): Promise<void> {
  await client.query(
    keptSchemas
      .filter((name) => name !== "public")
      .map((name) => `drop schema if exists ${name} cascade`)
      .join("; "),
  );
  for (const found of inPublic) {
    const { rows } = await client.query<{ statement: string }>(found);
    for (const { statement } of rows) await client.query(statement);
  }
}
