import type pg from "pg";
import { Unusable } from "./command-words";

const tables = `
  select coalesce(array_agg(c.relname::text order by 1), '{}') as names,
    to_regclass('public._prisma_migrations') is not null as is_ours
  from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
    and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')`;

const counted = {
  jurisdiction: "jurisdictions",
  '"user"': "people who sign in",
  organization: "organizations",
  household: "families",
  service_referral: "referrals",
};

async function countRows(client: pg.Client, names: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const [table, words] of Object.entries(counted)) {
    if (!names.includes(table.replaceAll('"', ""))) continue;
    const { rows } = await client.query<{ n: number }>(`select count(*)::int as n from ${table}`);
    if (rows[0]?.n) found.push(`${rows[0].n} ${words}`);
  }
  return found;
}

/** Throws Unusable unless the database is empty, or what a restore would destroy was named by `--replace`. */
export async function allowReplacing(
  client: pg.Client,
  name: string,
  replace: string | undefined,
): Promise<void> {
  const { rows } = await client.query<{ names: string[]; is_ours: boolean }>(tables);
  const { names = [], is_ours = false } = rows[0] ?? {};
  if (names.length === 0) return;
  if (!is_ours)
    throw new Unusable(
      `The database "${name}" holds tables that are not the portal's (${names.slice(0, 5).join(", ")}). Give an empty one; nothing was touched.`,
    );
  const lost = await countRows(client, names);
  if (lost.length === 0 || replace === name) return;
  const spelled = replace === undefined ? "" : ` --replace names "${replace}" instead.`;
  throw new Unusable(
    `The database "${name}" is not empty: ${lost.join(", ")}. Restoring destroys all of that, the portal's secret, uploads and analysis files too, and nothing brings it back.${spelled} If that is meant, back it up first, then add: --replace ${name}`,
  );
}
