import type pg from "pg";

/**
 * Drops a database where there is one, with whoever is connected to it. Asked without force first: an owner who is no superuser
 * may not end an automatic vacuum by force, and without it the server asks the vacuum to leave.
 */
export async function dropDatabase(client: pg.Client, name: string): Promise<void> {
  const drop = `drop database if exists ${client.escapeIdentifier(name)}`;
  await client.query(drop).catch(() => client.query(`${drop} with (force)`));
}
