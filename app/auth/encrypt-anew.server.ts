import { symmetricDecrypt, symmetricEncrypt } from "better-auth/crypto";
import type pg from "pg";

interface Row {
  id: string;
  secret: string;
  backup_codes: string;
}

type Runner = Pick<pg.ClientBase, "query">;

/** Whether what is on record of second steps was encrypted with this key; true where there is none. */
export async function fitsSecondSteps(client: Runner, key: string): Promise<boolean> {
  const { rows } = await client.query<Row>("select secret from two_factor order by id limit 1");
  const [row] = rows;
  if (!row) return true;
  return symmetricDecrypt({ key, data: row.secret }).then(
    () => true,
    () => false,
  );
}

/** Encrypts every second step, secret and backup codes, with another key, as the tables' owner; answers how many. */
export async function encryptSecondStepsAnew(
  client: Runner,
  keys: { from: string; to: string },
): Promise<number> {
  const anew = async (data: string) =>
    symmetricEncrypt({ key: keys.to, data: await symmetricDecrypt({ key: keys.from, data }) });
  const { rows } = await client.query<Row>("select id, secret, backup_codes from two_factor for update");
  for (const { id, secret, backup_codes } of rows)
    await client.query("update two_factor set secret = $2, backup_codes = $3 where id = $1", [
      id,
      await anew(secret),
      await anew(backup_codes),
    ]);
  return rows.length;
}
