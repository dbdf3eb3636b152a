import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import {
  listOutboxMessages,
  readMailState,
  readOutboxMessage,
  sendTestMail,
} from "~/domain/kernel/index.server";
import { maskAddress } from "~/domain/kernel/mask-address";
import { authDesk } from "../../tests/setup/auth-desk";
import { makePerson, staffActor } from "../../tests/setup/auth-people";
import { insertRow, makeScopes, type Place } from "../../tests/setup/authorization-matrix";
import { testDatabase } from "../../tests/setup/database";
import { type MailServer, startMailServer } from "../../tests/setup/start-mail-server";
import { deliverOutboxMessage } from "./deliver-outbox-message.server";
import { smtpPort } from "./smtp-port.server";
import { writeEml } from "./write-eml.server";

const db = await testDatabase();
const { as } = authDesk(db);
let place: Place;
let admin: ReturnType<typeof staffActor>;
let server: MailServer;
beforeAll(async () => {
  place = (await makeScopes(db)).own;
  const { jurisdictionId } = place;
  const email = "nora@cedar.example";
  const person = await makePerson(db, {
    ...{ email, memberships: [{ jurisdictionId, role: "jurisdiction_admin" as const }] },
  });
  admin = staffActor("jurisdiction_admin", { jurisdictionId }, { userId: person.userId });
  server = await startMailServer({ disabledCommands: ["STARTTLS"] });
});
afterAll(() => server.stop());

const deliver = (outboxId: string, url = server.url()) =>
  deliverOutboxMessage({ outboxId, jurisdictionId: place.jurisdictionId }, smtpPort({ url }));
const state = () => as(admin, (ctx) => readMailState(ctx));

it("sends the administrator a test mail, tells how it went, and whether mails leave", async () => {
  expect(await state()).toMatchObject({ own: "n•••@cedar.example", test: null, failing: null });
  const id = await as(admin, (ctx) => sendTestMail(ctx));
  await expect(deliver(id, server.url("127.0.0.1", "portal:wrong"))).rejects.toThrow("login");
  const failing = { status: "pending", lastError: expect.stringMatching(/^login 535/) };
  expect(await state()).toMatchObject({ test: failing, failing });
  await deliver(id);
  expect(server.taken[0]).toMatchObject({ to: ["nora@cedar.example"] });
  expect(server.taken[0]?.source).toContain("/admin/outbox");
  expect(await state()).toMatchObject({
    test: { status: "sent", kept: false, lastError: null },
    failing: null,
  });
  const { rows } = await db.owner.query(
    "select actor_id from audit_entry where event = 'outbox_message.test_sent' and entity_id = $1",
    [id],
  );
  expect(rows).toEqual([{ actor_id: admin.userId }]);
});

it("does not take one mailbox that is not there for a service that does not work", async () => {
  server.answers.set("gone@north.example", "550 5.1.1 No such mailbox");
  const id = await write({ to_email: "gone@north.example" });
  await deliver(id);
  expect(await state()).toMatchObject({ failing: null });
  const row = (await as(admin, (ctx) => listOutboxMessages(ctx))).find((one) => one.id === id);
  expect(row).toMatchObject({ status: "failed", lastError: "bounce 550 5.1.1" });
});

async function write(more: Record<string, unknown>): Promise<string> {
  const id = randomUUID();
  const row = { id, jurisdiction_id: place.jurisdictionId, template: "invitation", created_at: new Date() };
  await insertRow(db.owner, "outbox_message", { ...row, params: { invitationId: randomUUID() }, ...more });
  return id;
}

it("says to whom by masked addresses, and nothing of a family's", async () => {
  const invited = await write({ to_email: "rosa@north.example" });
  const caller = await write({ to_email: "zebulina@family.example", template: "program-details" });
  const family = await write({ template: "family-news" });
  const theirs = await write({ to_organization_id: place.organizationId, template: "listing-check" });
  const rows = await as(admin, (ctx) => listOutboxMessages(ctx));
  const to = (id: string) => rows.find((row) => row.id === id)?.to;
  expect(to(invited)).toEqual({ kind: "person", name: null, masked: "r•••@north.example" });
  expect(to(caller)).toEqual({ kind: "family", name: null, masked: null });
  expect(to(family)).toEqual({ kind: "family", name: null, masked: null });
  expect(to(theirs)).toMatchObject({ kind: "organization", name: expect.any(String), masked: null });
  expect(JSON.stringify(rows)).not.toMatch(/rosa|zebulina|family\.example|nora/);
  const read = await as(admin, (ctx) => readOutboxMessage(ctx, { outboxId: caller }));
  expect(JSON.stringify(read)).not.toContain("zebulina");
});

it("masks the receiver of a file, outside the demo", async () => {
  const outboxId = await write({
    to_email: "rosa@north.example",
    subject: "Hello",
    html: "<p>Hi</p>",
    text: "Hi",
  });
  const mail = await as(admin, (ctx) => readOutboxMessage(ctx, { outboxId }));
  const { id, createdAt, toEmail, to } = mail;
  const file = await writeEml({
    id,
    createdAt,
    toEmail,
    to: to.masked,
    subject: "Hello",
    html: "<p>Hi</p>",
    text: "Hi",
  });
  expect(file.toString()).not.toContain("rosa");
  expect(file.toString()).toMatch(/^To: [^<]*<recipient@upstream\.invalid>/m);
});

it("masks an address to its first letter and its house, and a single letter wholly", () => {
  expect(maskAddress("nora@cedar.example")).toBe("n•••@cedar.example");
  expect(maskAddress("n@cedar.example")).toBe("•••@cedar.example");
  expect(maskAddress("nobody")).toBe("•••");
});
