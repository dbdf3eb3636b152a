import pg from "pg";
import { noFilters, openSchemaEngine, readMigrations } from "./schema-engine";

/** Any number; the same for every process that migrates this database. */
const migrationLock = 7_310_212;

/** The names still to apply. Throws when another version made the database: what its migrations did is not known here. */
async function unappliedNames(client: pg.Client, names: string[]): Promise<string[]> {
  const table = await client.query("select to_regclass('_prisma_migrations') as found");
  if (table.rows[0].found === null) return names;
  const done = await client.query<{ migration_name: string }>(
    "select migration_name from _prisma_migrations where finished_at is not null and rolled_back_at is null",
  );
  const applied = new Set(done.rows.map((row) => row.migration_name));
  const foreign = [...applied].filter((name) => !names.includes(name));
  if (foreign.length > 0)
    throw new Error(
      `The database was made by another version of the portal (${foreign.join(", ")}). Start that version, or give an empty database or DATA_FOLDER.`,
    );
  return names.filter((name) => !applied.has(name));
}

/**
 * Applies what is missing of prisma/migrations to the database at `url`, as its owner, one process at a time.
 * Writes the standard `_prisma_migrations`, so `prisma migrate deploy` and `status` agree with it.
 * Answers the names applied now.
 */
export async function applyMigrations(url: string): Promise<string[]> {
  const migrationsList = readMigrations();
  const names = migrationsList.migrationDirectories.map((directory) => directory.path);
  const guard = new pg.Client({ connectionString: url });
  await guard.connect();
  try {
    await guard.query("select pg_advisory_lock($1)", [migrationLock]);
    if ((await unappliedNames(guard, names)).length === 0) return [];
    const engine = await openSchemaEngine(url);
    try {
      const result = await engine.applyMigrations({ migrationsList, filters: noFilters });
      return result.appliedMigrationNames;
    } finally {
      engine.free();
    }
  } finally {
    await guard.end();
  }
}
