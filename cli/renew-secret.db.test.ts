import { existsSync } from "node:fs";
import { readFile, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { symmetricDecrypt, symmetricEncrypt } from "better-auth/crypto";
import pg from "pg";
import { expect, it } from "vitest";
import { keepSecret, nextSecretFile } from "~/auth/keep-secret";
import { applyMigrations } from "../prisma/apply-migrations";
import { runUpstream } from "../tests/cli/run-upstream";
import { backupSecret, bareDatabase, portalOn } from "../tests/setup/backup-desk";

/** A portal with one second step, encrypted with `key`. */
async function portalWithStep(key = backupSecret) {
  const made = await bareDatabase();
  await applyMigrations(made.url);
  const settings = await portalOn(made.url);
  await writeFile(path.join(settings.DATA_FOLDER, "secret"), backupSecret, { mode: 0o600 });
  await made.use(async (client) => {
    const { rows } = await client.query<{ id: string }>(
      `insert into "user" (id, name, email, updated_at) values (gen_random_uuid(), 'Ana', 'ana@harbor.example', now()) returning id`,
    );
    await client.query(
      "insert into two_factor (id, secret, backup_codes, user_id) values (gen_random_uuid(), $1, $2, $3)",
      [
        await symmetricEncrypt({ key, data: "step" }),
        await symmetricEncrypt({ key, data: "[]" }),
        rows[0]?.id,
      ],
    );
  });
  return { made, settings, file: path.join(settings.DATA_FOLDER, "secret") };
}

const renewing = (settings: Record<string, string>) => runUpstream(["secret", "renew"], settings);

it("another secret takes the second steps along", async () => {
  const { made, settings, file } = await portalWithStep();
  const { code, err } = await renewing(settings);
  expect([code, err]).toEqual([0, expect.stringContaining("1 second steps go on with it")]);
  const key = await readFile(file, "utf8");
  expect([key === backupSecret, (await stat(file)).mode & 0o777]).toEqual([false, 0o600]);
  const [row] = await made.ask<{ secret: string; backup_codes: string }>("select * from two_factor");
  expect(await symmetricDecrypt({ key, data: row?.secret ?? "" })).toBe("step");
  expect(await symmetricDecrypt({ key, data: row?.backup_codes ?? "" })).toBe("[]");
  expect(err).not.toContain(key);
});

it("is refused while a portal runs, and with a secret that is not the portal's; nothing is changed", async () => {
  const { made, settings, file } = await portalWithStep();
  const portal = new pg.Client({ connectionString: made.url, application_name: "upstream" });
  await portal.connect();
  const busy = await renewing(settings).finally(() => portal.end());
  expect([busy.code, busy.err]).toEqual([2, expect.stringContaining("is at work on this database")]);
  const wrong = await renewing({ ...settings, SESSION_SECRET: "some-other-secret-of-more-than-32-letters" });
  expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining("not made with this secret")]);
  expect([await readFile(file, "utf8"), existsSync(nextSecretFile(settings.DATA_FOLDER))]).toEqual([
    backupSecret,
    false,
  ]);
});

it.each([
  ["after the rows were written", "the-next-secret-is-longer-than-32-letters"],
  ["before", backupSecret],
])("cut off %s: no start until it is run again, and then all fits", async (_when, written) => {
  const { made, settings, file } = await portalWithStep(written);
  await writeFile(nextSecretFile(settings.DATA_FOLDER), "the-next-secret-is-longer-than-32-letters");
  expect(() => keepSecret(settings.DATA_FOLDER)).toThrow(/was cut off. Run it again.*secret renew/);
  expect(await renewing(settings)).toMatchObject({ code: 0 });
  const [row] = await made.ask<{ secret: string }>("select secret from two_factor");
  expect(await symmetricDecrypt({ key: await readFile(file, "utf8"), data: row?.secret ?? "" })).toBe("step");
  expect(keepSecret(settings.DATA_FOLDER)).toBe(await readFile(file, "utf8"));
});
