import { randomUUID } from "node:crypto";
import { mkdtempSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeAll, expect, it } from "vitest";
import { deriveToken } from "~/domain/kernel/derive-token";
import { deliverOutboxMessage } from "~/notify/deliver-outbox-message.server";
import { runUpstream } from "../tests/cli/run-upstream";
import { insertRow, makeScopes, type Place } from "../tests/setup/authorization-matrix";
import { testDatabase } from "../tests/setup/database";

const db = await testDatabase();
const secret = "test-only-secret-of-forty-two-characters!";
let place: Place;
beforeAll(async () => {
  place = (await makeScopes(db)).own;
});

async function writeMail(template: string, params: Record<string, string>, toEmail: string) {
  const id = randomUUID();
  const row = { id, template, to_email: toEmail, params, created_at: new Date() };
  await insertRow(db.owner, "outbox_message", { ...row, jurisdiction_id: place.jurisdictionId });
  await deliverOutboxMessage({ outboxId: id, jurisdictionId: place.jurisdictionId });
  const { rows } = await db.owner.query("select html, text from outbox_message where id = $1", [id]);
  return rows[0];
}
const command = (...words: string[]) => runUpstream(["mail", ...words], { DATABASE_URL: db.url });

it("keeps invitations and resets without what makes them work; the command prints it, and that is on record", async () => {
  const invitationId = randomUUID();
  const resetId = randomUUID();
  const token = deriveToken(secret, "invitation", invitationId);
  const reset = deriveToken(secret, "password-reset", resetId);
  const invited = await writeMail("invitation", { invitationId }, "new@person.example");
  const forgot = await writeMail("password-reset", { resetId }, "old@person.example");
  for (const [mail, page] of [
    [invited, "invitation"],
    [forgot, "reset"],
  ])
    for (const words of [mail.html, mail.text]) {
      expect(words).toContain(`/${page}/PRIVATE-LINK`);
      expect(words).not.toContain(token);
      expect(words).not.toContain(reset);
    }
  const { rows: places } = await db.owner.query("select slug from jurisdiction where id = $1", [
    place.jurisdictionId,
  ]);
  const where = ["--jurisdiction", places[0].slug];
  const printed = await command("New@Person.example", ...where);
  expect(printed).toMatchObject({ code: 0 });
  expect(printed.out).toContain(`/invitation/${token}`);
  expect(printed.out).not.toContain(reset);
  const { rows } = await db.owner.query(
    "select entity_id from audit_entry where event = 'outbox_message.links_read' and jurisdiction_id = $1",
    [place.jurisdictionId],
  );
  expect(rows).toHaveLength(1);
  expect(await command("nobody@person.example", ...where)).toMatchObject({ code: 2, out: "" });
  const words = ["mail", "new@person.example", ...where];
  const serviced = await runUpstream(words, { DATABASE_URL: db.url, SENDGRID_API_KEY: "SG.test" });
  expect(serviced).toMatchObject({ code: 2, out: "" });
  const server = { SMTP_URL: "smtp://localhost:2525", MAIL_FROM: "portal@county.example" };
  expect(await runUpstream(words, { DATABASE_URL: db.url, ...server })).toMatchObject({ code: 2, out: "" });
});

it("says of mails from before another secret that their links cannot be shown", async () => {
  await writeMail("invitation", { invitationId: randomUUID() }, "before@person.example");
  const folder = mkdtempSync(path.join(tmpdir(), "secret-"));
  writeFileSync(path.join(folder, "secret"), secret);
  utimesSync(path.join(folder, "secret"), new Date(), new Date(Date.now() + 60_000));
  const { rows } = await db.owner.query("select slug from jurisdiction where id = $1", [
    place.jurisdictionId,
  ]);
  const words = ["mail", "before@person.example", "--jurisdiction", rows[0].slug];
  const printed = await runUpstream(words, { DATABASE_URL: db.url, DATA_FOLDER: folder });
  expect(printed).toMatchObject({ code: 0, err: expect.stringContaining("The secret was renewed on") });
});
