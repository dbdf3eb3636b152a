import { randomUUID } from "node:crypto";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { makeScopes, insertRow, type Place } from "../../tests/setup/authorization-matrix";
import { testDatabase } from "../../tests/setup/database";
import { mailServerCertificate as ca } from "../../tests/setup/mail-server-keys";
import { type MailServer, startMailServer } from "../../tests/setup/start-mail-server";
import { mailRetries } from "~/db/job-queue.server";
import { deliverOutboxMessage } from "./deliver-outbox-message.server";
import type { MailPort } from "./mail-port";
import { smtpPort } from "./smtp-port.server";

const db = await testDatabase();
let place: Place;
let server: MailServer;
beforeAll(async () => {
  place = (await makeScopes(db)).own;
  server = await startMailServer({ disabledCommands: ["STARTTLS"] });
});
afterAll(() => server.stop());

/** An invitation to an address, as the worker finds it. */
async function write(toEmail: string, more: Record<string, unknown> = {}): Promise<string> {
  const id = randomUUID();
  await insertRow(db.owner, "outbox_message", {
    ...{ id, jurisdiction_id: place.jurisdictionId, template: "invitation", to_email: toEmail },
    ...{ params: { invitationId: randomUUID() }, created_at: new Date(), ...more },
  });
  return id;
}
const deliver = (outboxId: string, port: MailPort) =>
  deliverOutboxMessage({ outboxId, jurisdictionId: place.jurisdictionId }, port);
const rowOf = async (id: string) =>
  (await db.owner.query("select * from outbox_message where id = $1", [id])).rows[0];
const suppressions = async () =>
  (await db.owner.query("select count(*)::int as n from mail_suppression")).rows[0].n;
const headersOf = (source: string) => source.slice(0, source.indexOf("\r\n\r\n"));

it("hands a mail to the server, both forms, by a sender of the portal, and keeps no copy", async () => {
  const id = await write("ana@north.example");
  await deliver(id, smtpPort({ url: server.url() }));
  await deliver(id, smtpPort({ url: server.url() }));
  expect(await rowOf(id)).toMatchObject({ status: "sent", attempts: 1, last_error: null, html: null });
  expect(server.taken).toHaveLength(1);
  const [mail] = server.taken;
  expect(mail).toMatchObject({ from: "no-reply@upstream.invalid", to: ["ana@north.example"] });
  const headers = headersOf(mail?.source ?? "");
  expect(headers).toMatch(/^Subject: You are invited to the portal$/m);
  expect(headers).toMatch(/^Auto-Submitted: auto-generated$/m);
  expect(headers).toContain((await rowOf(id)).provider_message_id);
  expect(mail?.source).toContain("Content-Type: text/plain");
  expect(mail?.source).toContain("Content-Type: text/html");
});

it("writes no more to a mailbox that is not there, as after a bounce", async () => {
  server.answers.set("gone@north.example", "550 5.1.1 <gone@north.example> no such mailbox");
  const port = smtpPort({ url: server.url() });
  const id = await write("gone@north.example");
  await deliver(id, port);
  const row = await rowOf(id);
  expect(row).toMatchObject({ status: "failed", last_error: "bounce 550 5.1.1" });
  const again = await write("Gone@north.example");
  await deliver(again, port);
  expect(await rowOf(again)).toMatchObject({ status: "suppressed", last_error: "no_recipient" });
});

it("takes a server that refuses us for no fault of the mailbox", async () => {
  const before = await suppressions();
  server.answers.set("ben@north.example", "554 5.7.1 Relay access denied");
  server.answers.set("cyn@north.example", "550 relay not permitted");
  for (const email of ["ben@north.example", "cyn@north.example"]) {
    const id = await write(email);
    await deliver(id, smtpPort({ url: server.url() }));
    expect(await rowOf(id)).toMatchObject({
      status: "failed",
      last_error: expect.stringMatching(/^refused 55/),
    });
  }
  expect(await suppressions()).toBe(before);
});

it("tries again what was refused for now, and says so at last when it never went", async () => {
  const port = smtpPort({ url: server.url() });
  const id = await write("dee@north.example");
  server.answers.set("dee@north.example", "451 4.7.1 Greylisted, try again");
  await expect(deliver(id, port)).rejects.toThrow("busy 451 4.7.1");
  expect(await rowOf(id)).toMatchObject({ status: "pending", last_error: "busy 451 4.7.1" });
  server.answers.delete("dee@north.example");
  await deliver(id, port);
  expect(await rowOf(id)).toMatchObject({ status: "sent", attempts: 2, last_error: null });
  const tried = await write("eli@north.example", { attempts: mailRetries });
  server.answers.set("eli@north.example", "451 4.3.0 Try later");
  await expect(deliver(tried, port)).rejects.toThrow("busy");
  expect(await rowOf(tried)).toMatchObject({ status: "failed", last_error: "busy 451 4.3.0" });
});

it("writes to nobody twice because a colleague's mailbox takes nothing just now", async () => {
  await db.owner.query("update organization set email = null where id = $1", [place.organizationId]);
  for (const email of ["fay@north.example", "gil@north.example", "hal@north.example"]) {
    const user = randomUUID();
    await insertRow(db.owner, "user", { id: user, name: email, email, updated_at: new Date() });
    await insertRow(db.owner, "membership", {
      ...{ id: randomUUID(), jurisdiction_id: place.jurisdictionId, user_id: user },
      ...{ role: "provider_worker", organization_id: place.organizationId },
    });
  }
  server.answers.set("gil@north.example", "452 4.2.2 Mailbox full");
  server.answers.set("hal@north.example", "550 5.1.1 No such mailbox");
  const to = { to_email: null, to_organization_id: place.organizationId };
  const id = await write("", { ...to, template: "organization-restored", params: {} });
  const port = smtpPort({ url: server.url() });
  server.taken.length = 0;
  await expect(deliver(id, port)).rejects.toThrow("busy");
  expect(server.taken.flatMap((mail) => mail.to)).toContain("fay@north.example");
  expect(server.taken.flatMap((mail) => mail.to)).not.toContain("gil@north.example");
  server.answers.clear();
  server.taken.length = 0;
  await deliver(id, port);
  expect(server.taken.flatMap((mail) => mail.to)).toEqual(["gil@north.example"]);
  expect(await rowOf(id)).toMatchObject({ status: "sent", last_error: null });
});

it("waits for a setting to be mended: a wrong password, a sender that may not write", async () => {
  const id = await write("ida@north.example");
  const wrong = smtpPort({ url: server.url("127.0.0.1", "portal:wrong") });
  await expect(deliver(id, wrong)).rejects.toThrow("login 535");
  expect(await rowOf(id)).toMatchObject({
    status: "pending",
    last_error: expect.stringMatching(/^login 535/),
  });
  server.answers.set("no-reply@upstream.invalid", "553 5.7.1 Sender address rejected");
  await expect(deliver(id, smtpPort({ url: server.url() }))).rejects.toThrow("sender 553 5.7.1");
  server.answers.clear();
  await deliver(id, smtpPort({ url: server.url() }));
  expect(await rowOf(id)).toMatchObject({ status: "sent", attempts: 3 });
});

it("speaks to another machine by TLS alone, with a certificate that is trusted", async () => {
  const elsewhere = "0.0.0.0";
  const id = await write("jon@north.example");
  const plain = smtpPort({ url: server.url(elsewhere), ca });
  server.taken.length = 0;
  await expect(deliver(id, plain)).rejects.toThrow("tls");
  const safe = await startMailServer({ allowInsecureAuth: false });
  const wrapped = await startMailServer({ secure: true });
  await expect(deliver(id, smtpPort({ url: safe.url(elsewhere) }))).rejects.toThrow("tls");
  await expect(deliver(id, smtpPort({ url: wrapped.url(elsewhere) }))).rejects.toThrow("tls");
  expect(await rowOf(id)).toMatchObject({ status: "pending", last_error: expect.stringMatching(/^tls/) });
  expect([...server.taken, ...safe.taken, ...wrapped.taken]).toEqual([]);
  await deliver(id, smtpPort({ url: safe.url(elsewhere), ca }));
  await deliver(await write("kay@north.example"), smtpPort({ url: wrapped.url(elsewhere), ca }));
  expect([...safe.taken, ...wrapped.taken].map(({ secure, to }) => [secure, ...to])).toEqual([
    [true, "jon@north.example"],
    [true, "kay@north.example"],
  ]);
  await safe.stop();
  await wrapped.stop();
});

it("is not held up by a server that is away, says nothing, or stops in the middle", async () => {
  const id = await write("lou@north.example");
  const gone = await startMailServer();
  await gone.stop();
  await expect(deliver(id, smtpPort({ url: gone.url() }))).rejects.toThrow("away");
  const open: Socket[] = [];
  for (const greeting of ["", "220 mail.example ready\r\n"]) {
    const silent = createServer((socket) => {
      open.push(socket.on("error", () => undefined));
      // A sign now and then keeps a connection from looking idle.
      const drip = setInterval(() => socket.write(greeting && "250-"), 50);
      socket.on("close", () => clearInterval(drip));
      socket.write(greeting);
    });
    await new Promise<void>((ready) => silent.listen(0, "127.0.0.1", ready));
    const { port } = silent.address() as AddressInfo;
    const began = performance.now();
    const stuck = smtpPort({ url: `smtp://127.0.0.1:${port}`, longest: 400 });
    await expect(deliver(id, stuck)).rejects.toThrow("slow");
    expect(performance.now() - began).toBeLessThan(5_000);
    for (const socket of open) socket.destroy();
    await new Promise((closed) => silent.close(closed));
  }
  expect(await rowOf(id)).toMatchObject({ status: "pending", last_error: "slow" });
});

it("leaves no address in what is written down of a fault", async () => {
  const { rows } = await db.owner.query("select last_error from outbox_message where last_error is not null");
  expect(rows.length).toBeGreaterThan(5);
  for (const { last_error: said } of rows) expect(said).toMatch(/^[a-z_]+( \d{3})?( \d\.\d{1,3}\.\d{1,3})?$/);
});
