import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type pg from "pg";
import { encryptSecondStepsAnew, fitsSecondSteps } from "~/auth/encrypt-anew.server";
import { nextSecretFile } from "~/auth/keep-secret";
import { readOptions, type Terminal, Unusable } from "./command-words";
import { openRestoreTarget } from "./open-restore-target";

/** The rows first, in one transaction, then the file: a kill between leaves the new key beside, and a second run goes on. */
async function renew(client: pg.Client, folder: string, from: string): Promise<number> {
  const next = nextSecretFile(folder);
  if (existsSync(next) && (await fitsSecondSteps(client, readFileSync(next, "utf8")))) return 0;
  if (!(await fitsSecondSteps(client, from)))
    throw new Unusable("The second steps on record were not made with this secret. Nothing was changed.");
  const to = randomBytes(48).toString("base64url");
  rmSync(next, { force: true });
  writeFileSync(next, to, { mode: 0o600, flag: "wx", flush: true });
  await client.query("begin");
  const n = await encryptSecondStepsAnew(client, { from, to }).catch((error: unknown) => {
    rmSync(next, { force: true });
    throw error;
  });
  await client.query("commit");
  return n;
}

/** `upstream secret renew`: another key of sessions, links and second steps, while the portal is stopped. */
export async function renewSecret(typed: string[], terminal: Terminal): Promise<void> {
  readOptions(typed, {});
  const settings = terminal.settings();
  const file = path.resolve(settings.DATA_FOLDER, "secret");
  const from = settings.SESSION_SECRET ?? (existsSync(file) ? readFileSync(file, "utf8").trim() : null);
  if (from === null) throw new Unusable(`${file} does not exist: there is no secret to renew.`);
  const target = await openRestoreTarget(settings);
  try {
    const n = await renew(target.client, settings.DATA_FOLDER, from);
    renameSync(nextSecretFile(settings.DATA_FOLDER), file);
    const where = settings.SESSION_SECRET
      ? ` Set SESSION_SECRET to what stands in ${file}, or unset it.`
      : "";
    terminal.err(
      `The secret is renewed; ${n} second steps go on with it.${where} Everybody signs in anew. Links already mailed go on working; invitations and resets still to be mailed must be made again.\n`,
    );
  } finally {
    await target.close();
  }
}
