import { Prisma } from "./generated/client";
import { database } from "./client.server";

const kind = 7310221;

export interface HeldLock {
  release(): void;
}

/**
 * Takes a lock by name on a connection of its own, for as long as this process lives: it goes with the process, however that
 * ends. Null when another process has it.
 */
export async function holdLock(name: string): Promise<HeldLock | null> {
  const client = await database().pool.connect();
  // A server that goes takes the lock along; whoever works under it hears of that by its own connection.
  client.on("error", () => undefined);
  const close = () => client.release(true);
  try {
    const { rows } = await client.query<{ got: boolean }>(
      "select pg_try_advisory_lock($1, hashtext($2)) as got",
      [kind, name],
    );
    if (rows[0]?.got) return { release: close };
  } catch (error) {
    close();
    throw error;
  }
  close();
  return null;
}

/** Condition that nobody holds the lock of this name (an SQL text). */
export const lockIsFree = (name: Prisma.Sql): Prisma.Sql => Prisma.sql`not exists (
  select from pg_locks l where l.locktype = 'advisory' and l.classid = ${Prisma.raw(String(kind))} and l.objsubid = 2 and l.granted
    and l.database = (select oid from pg_database where datname = current_database())
    and l.objid = (hashtext(${name})::bigint & 4294967295)::oid)`;
