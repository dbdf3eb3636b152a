import { createHash, randomUUID } from "node:crypto";
import pg from "pg";
import { checkOwnerRights, checkServerVersion } from "../app/db/check-server";
import { readMigrations } from "./schema-engine";

/** Any number; the same for every process that migrates, saves or restores this database. */
export const migrationLock = 7_310_212;

interface Migration {
  name: string;
  script: string;
}

/** What Prisma makes of it, so that `prisma migrate status` agrees. */
const records = `create table if not exists _prisma_migrations (
  id varchar(36) primary key not null, checksum varchar(64) not null, finished_at timestamptz,
  migration_name varchar(255) not null, logs text, rolled_back_at timestamptz,
  started_at timestamptz not null default now(), applied_steps_count integer not null default 0)`;

/** PostgreSQL says that the thing is there: schema, table, column, object, function. */
const alreadyThere = new Set(["42P06", "42P07", "42701", "42710", "42723"]);

function listMigrations(): Migration[] {
  return readMigrations().migrationDirectories.map(({ path, migrationFile }) => {
    if (migrationFile.content.tag !== "ok") throw new Error(`prisma/migrations/${path} cannot be read.`);
    return { name: path, script: migrationFile.content.value };
  });
}

/** The names of this version's migrations, in order. */
export const migrationNames = (): string[] => listMigrations().map(({ name }) => name);

interface Standing {
  missing: Migration[];
  /** Begun by a process that was killed before it could record an end, good or bad. */
  begun: Set<string>;
}

/** Throws when another version made the database: what its migrations did is not known here. */
async function findMissing(client: pg.Client, known: Migration[]): Promise<Standing> {
  const table = await client.query("select to_regclass('_prisma_migrations') as found");
  if (table.rows[0].found === null) return { missing: known, begun: new Set() };
  const { rows } = await client.query<{ name: string; done: boolean; killed: boolean }>(
    `select migration_name as name, finished_at is not null as done,
        finished_at is null and coalesce(logs, '') = '' as killed
      from _prisma_migrations where rolled_back_at is null`,
  );
  const applied = new Set(rows.filter(({ done }) => done).map(({ name }) => name));
  const foreign = [...applied].filter((name) => !known.some((one) => one.name === name));
  if (foreign.length > 0)
    throw new Error(
      `The database was made by another version of the portal (${foreign.join(", ")}). Start that version, or give an empty database or DATA_FOLDER.`,
    );
  const missing = known.filter(({ name }) => !applied.has(name));
  return { missing, begun: new Set(rows.filter(({ killed }) => killed).map(({ name }) => name)) };
}

async function record(client: pg.Client, { name, script }: Migration): Promise<void> {
  await client.query(records);
  await client.query("delete from _prisma_migrations where migration_name = $1 and finished_at is null", [
    name,
  ]);
  await client.query(
    `insert into _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
      values ($1, $2, $3, now(), clock_timestamp(), 1)`,
    [randomUUID(), createHash("sha256").update(script).digest("hex"), name],
  );
}

const isPostgres = (error: unknown): error is pg.DatabaseError => error instanceof pg.DatabaseError;

function refusal({ name, script }: Migration, error: unknown): unknown {
  if (!isPostgres(error)) return error;
  const line = error.position && ` at line ${script.slice(0, Number(error.position)).split("\n").length}`;
  const then =
    error.code === "42501"
      ? "Give the login of DATABASE_URL that right and start again"
      : "Start again when the cause is mended";
  return new Error(
    `The migration ${name} was refused${line ?? ""}: ${error.message}. It was taken back whole. ${then}: it goes on from here.`,
    { cause: error },
  );
}

/** Runs one migration and its record, in a transaction that the caller holds. */
async function run(client: pg.Client, migration: Migration, wasBegun: boolean): Promise<void> {
  await client.query(records);
  await client.query("savepoint migration");
  try {
    await client.query(migration.script);
  } catch (error) {
    // A script is one transaction: where what it makes is there, it was done and only its record was lost.
    if (!wasBegun || !isPostgres(error) || !alreadyThere.has(error.code ?? ""))
      throw refusal(migration, error);
    await client.query("rollback to savepoint migration");
  }
  await record(client, migration);
}

/** Applies those of `names` that are missing, all in the transaction that `client` is in. */
export async function applyWithin(client: pg.Client, names: readonly string[]): Promise<string[]> {
  const known = listMigrations();
  const { missing, begun } = await findMissing(client, known);
  const wanted = missing.filter(({ name }) => names.includes(name));
  for (const migration of wanted) await run(client, migration, begun.has(migration.name));
  return wanted.map(({ name }) => name);
}

async function applyEach(client: pg.Client, { missing, begun }: Standing): Promise<void> {
  for (const migration of missing) {
    await client.query("begin");
    try {
      await run(client, migration, begun.has(migration.name));
      await client.query("commit");
    } catch (error) {
      await client.query("rollback").catch(() => undefined);
      throw error;
    }
  }
}

/**
 * Applies what is missing of prisma/migrations to the database at `url`, as its owner, one process at a time, each migration
 * with its record in one transaction: a kill leaves it whole or not begun. Writes the standard `_prisma_migrations`, so
 * `prisma migrate deploy` and `status` agree with it. Answers the names applied now.
 */
export async function applyMigrations(url: string): Promise<string[]> {
  const known = listMigrations();
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    await checkServerVersion(client);
    await client.query("select pg_advisory_lock($1)", [migrationLock]);
    const standing = await findMissing(client, known);
    if (standing.missing.length === 0) return [];
    await checkOwnerRights(client);
    await applyEach(client, standing);
    return standing.missing.map(({ name }) => name);
  } finally {
    await client.end();
  }
}
