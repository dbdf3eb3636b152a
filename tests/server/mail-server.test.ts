import { randomUUID } from "node:crypto";
import pg from "pg";
import { expect, it } from "vitest";
import { startEmbeddedServer } from "../../app/db/embedded-server";
import { type MailServer, startMailServer } from "../setup/start-mail-server";
import { dataFolder } from "./data-folder";
import { startPortal, until } from "./portal-process";

const folder = dataFolder();

/** A mail to somebody, announced as an operation does: its row, and the job in the same statement's wake. */
async function announceMail(url: string, email: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const id = randomUUID();
  const params = JSON.stringify({ invitationId: randomUUID() });
  await client.query(
    `insert into outbox_message (id, jurisdiction_id, template, to_email, params, created_at)
      select $1, id, 'invitation', $2, $3::jsonb, now() from jurisdiction`,
    [id, email, params],
  );
  await client.query(
    `insert into pgboss.job (name, data) select 'mail', jsonb_build_object('outboxId', $1::text, 'jurisdictionId', id) from jurisdiction`,
    [id],
  );
  await client.end();
  return id;
}

const start = (server: MailServer) =>
  startPortal(["node", "cli/start.mjs", "--empty"], folder, {
    ...{ SMTP_URL: server.url(), MAIL_FROM: "portal@county.example", WEB_PROCESSES: "1" },
  });

it("a portal with a mail server sends by it, and names nobody in what it prints", async () => {
  const server = await startMailServer({ disabledCommands: ["STARTTLS"] });
  const portal = start(server);
  await portal.serving;
  const { url } = await startEmbeddedServer({ folder });
  await announceMail(url, "ana@north.example");
  await until(() => server.taken.length === 1, 30_000);
  expect(server.taken[0]).toMatchObject({ from: "portal@county.example", to: ["ana@north.example"] });
  expect(portal.said()).not.toContain("ana@north.example");
  portal.child.kill("SIGTERM");
  expect(await portal.ended).toBe(0);
  await server.stop();
});
