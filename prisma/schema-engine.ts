import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import type pg from "pg";
import type * as Bindings from "@prisma/schema-engine-wasm";

const schemaFolder = path.resolve("prisma/schema");
const migrationsFolder = path.resolve("prisma/migrations");

export const noFilters: Bindings.SchemaFilter = { externalTables: [], externalEnums: [] };

/** PostgreSQL's one-byte "char" of its catalogue. */
const catalogueChar = 18;
const text = 25;

/**
 * The driver adapter, made fit for the schema engine. As published it splits scripts at each semicolon, which cuts
 * function bodies in two, and it does not know the "char" columns that the engine reads in PostgreSQL's catalogue.
 */
class MigrationAdapter extends PrismaPg {
  override async connect() {
    const adapter = await super.connect();
    const pool = adapter.underlyingDriver();
    adapter.executeScript = async (script) => {
      await pool.query(script).catch((error: pg.DatabaseError) => {
        // The engine says only "external connector error".
        const line = script.slice(0, Number(error.position ?? 1)).split("\n").length;
        console.error(`Migration refused at line ${line}: ${error.message}`);
        throw error;
      });
    };
    const queryRaw = adapter.queryRaw.bind(adapter);
    let chars: number[] = [];
    const send = pool.query.bind(pool) as (config: pg.QueryConfig) => Promise<pg.QueryResult>;
    const query = async (config: pg.QueryConfig) => {
      const result = await send(config);
      chars =
        result.fields?.flatMap((field, index) => (field.dataTypeID === catalogueChar ? [index] : [])) ?? [];
      for (const index of chars) Object.assign(result.fields[index] ?? {}, { dataTypeID: text });
      return result;
    };
    Object.assign(pool, { query });
    adapter.queryRaw = async (sql) => {
      const rows = await queryRaw(sql);
      for (const index of chars) rows.columnTypes[index] = ColumnTypeEnum.Character;
      return rows;
    };
    return adapter;
  }
}

async function loadBindings(): Promise<typeof Bindings> {
  const entry = "@prisma/schema-engine-wasm/schema_engine_bg";
  const folder = path.dirname(createRequire(path.resolve("package.json")).resolve(entry));
  const bindings = (await import(path.join(folder, "schema_engine_bg.js"))) as typeof Bindings & {
    __wbg_set_wasm(exports: WebAssembly.Exports): void;
  };
  const { instance } = await WebAssembly.instantiate(
    readFileSync(path.join(folder, "schema_engine_bg.wasm")),
    {
      "./schema_engine_bg.js": bindings as unknown as WebAssembly.ModuleImports,
    },
  );
  bindings.__wbg_set_wasm(instance.exports);
  (instance.exports["__wbindgen_start"] as () => void)();
  return bindings;
}

/** The files of prisma/schema. */
export function readSchemaFiles(): Bindings.SchemaContainer[] {
  return readdirSync(schemaFolder)
    .filter((name) => name.endsWith(".prisma"))
    .sort()
    .map((name) => ({ path: name, content: readFileSync(path.join(schemaFolder, name), "utf8") }));
}

/** The folders of prisma/migrations, in order. */
export function readMigrations(): Bindings.MigrationList {
  const directories = readdirSync(migrationsFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return {
    baseDir: migrationsFolder,
    lockfile: {
      path: "migration_lock.toml",
      content: readFileSync(path.join(migrationsFolder, "migration_lock.toml"), "utf8"),
    },
    shadowDbInitScript: "",
    migrationDirectories: directories.map((name) => ({
      path: name,
      migrationFile: {
        path: "migration.sql",
        content: {
          tag: "ok",
          value: readFileSync(path.join(migrationsFolder, name, "migration.sql"), "utf8"),
        },
      },
    })),
  };
}

/** One instance a process: the bindings module keeps its memory in a variable of its own. */
let bindingsOnce: ReturnType<typeof loadBindings> | undefined;

/** Prisma's own schema engine, without its download (architecture.md section 8). */
export async function openSchemaEngine(url: string): Promise<Bindings.SchemaEngine> {
  bindingsOnce ??= loadBindings();
  const bindings = await bindingsOnce;
  const datamodels = readSchemaFiles().map((file): [string, string] => [file.path, file.content]);
  const factory = bindMigrationAwareSqlAdapterFactory(
    new MigrationAdapter({ connectionString: url, max: 1, idleTimeoutMillis: 50 }),
  );
  return bindings.SchemaEngine.new({ datamodels }, () => undefined, factory);
}
