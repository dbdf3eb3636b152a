import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { dropDatabase } from "../app/db/drop-database";
import { applyMigrations } from "./apply-migrations";
import { noFilters, openSchemaEngine, readSchemaFiles } from "./schema-engine";

/** Hand-written indexes and keys are named hand_*: the schema files cannot say them, so the difference must not drop them. */
function keepHandWritten(script: string): string {
  const statements = script.split(/\n(?=-- )/);
  return statements
    .filter((statement) => !/DROP (INDEX|CONSTRAINT) "hand_/.test(statement))
    .join("\n")
    .trim();
}

/**
 * The SQL that takes a freshly migrated database to the schema files, found on a scratch database
 * of the server at `serverUrl`. Empty when nothing changed.
 */
export async function diffSchema(serverUrl: string): Promise<string> {
  const scratch = `upstream_diff_${process.pid}`;
  const admin = new pg.Client({ connectionString: serverUrl });
  await admin.connect();
  try {
    await admin.query(`create database ${scratch}`);
    const url = new URL(serverUrl);
    url.pathname = `/${scratch}`;
    await applyMigrations(url.href);
    const engine = await openSchemaEngine(url.href);
    const files = readSchemaFiles();
    const difference = await engine.diff({
      from: { tag: "schemaDatasource", files, configDir: process.cwd() },
      to: { tag: "schemaDatamodel", files },
      script: true,
      exitCode: true,
      filters: noFilters,
    });
    engine.free();
    return difference.exitCode === 2 ? keepHandWritten(difference.stdout ?? "") : "";
  } finally {
    await dropDatabase(admin, scratch);
    await admin.end();
  }
}

/** Writes prisma/migrations/YYYYMMDDHHMMSS_name/migration.sql (UTC) with the difference; answers its path, or null when there is none. */
export async function writeNextMigration(serverUrl: string, name: string): Promise<string | null> {
  const script = await diffSchema(serverUrl);
  if (script === "") return null;
  const now = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const folder = path.resolve("prisma/migrations", `${now}_${name}`);
  mkdirSync(folder);
  writeFileSync(path.join(folder, "migration.sql"), `${script}\n`);
  return path.join(folder, "migration.sql");
}
