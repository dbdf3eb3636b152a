import { startEmbeddedServer } from "../app/db/embedded-server";
import { applyMigrations } from "./apply-migrations";
import { diffSchema, writeNextMigration } from "./write-next-migration";

const usage = `Usage: tsx prisma/migrate.ts COMMAND
  up            apply the migrations that are missing
  diff          print the SQL from the migrations to prisma/schema (exit 2 when there is any)
  diff NAME     write it as the next folder of prisma/migrations
DATABASE_URL names the database; without it the portal's own in ./data is used.`;

async function withServer<T>(run: (url: string) => Promise<T>): Promise<T> {
  const given = process.env["DATABASE_URL"];
  if (given) return run(given);
  const server = await startEmbeddedServer({ folder: "data" });
  try {
    return await run(server.url);
  } finally {
    if (!server.reused) await server.stop();
  }
}

async function main([command, name]: string[]): Promise<void> {
  if (command === "up") {
    const applied = await withServer(applyMigrations);
    console.log(applied.length > 0 ? `Applied: ${applied.join(", ")}` : "Nothing to apply.");
  } else if (command === "diff" && name) {
    const written = await withServer((url) => writeNextMigration(url, name));
    console.log(written ? `Wrote ${written}` : "The migrations say the same as the schema files.");
  } else if (command === "diff") {
    const script = await withServer(diffSchema);
    console.log(script === "" ? "-- No difference." : script);
    if (script !== "") process.exitCode = 2;
  } else {
    console.error(usage);
    process.exitCode = 64;
  }
}

await main(process.argv.slice(2));
