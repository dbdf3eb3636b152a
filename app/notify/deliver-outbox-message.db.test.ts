import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { systemClock } from "~/domain/kernel/clock";
import { hashToken } from "~/domain/kernel/ids";
import { sendReferral } from "~/domain/referrals/index.server";
import { insertRow, makeScopes, type Place } from "../../tests/setup/authorization-matrix";
import { testDatabase } from "../../tests/setup/database";
import { deliverOutboxMessage } from "./deliver-outbox-message.server";
import { sendgridPort } from "./sendgrid-port.server";
import { writeEml } from "./write-eml.server";

const db = await testDatabase();
let place: Place;
beforeAll(async () => {
  place = (await makeScopes(db)).own;
});

const family = {
  caregiverName: "Zebulina Testperson",
  phone: "410-555-0199",
  email: "zebulina@family.example",
  contactWay: "email" as const,
  messageOk: true,
  language: "es",
  postalCode: "21215",
  childAgesMonths: [30],
};
const secretWords = ["Zebulina", "555-0199", "zebulina@family.example", "goats at bedtime", "21215"];

/** A referral sent as a screener would; answers the mails it announced. */
async function sendOne(): Promise<{ id: string; template: string }[]> {
  const actor = {
    kind: "staff" as const,
    userId: place.userId,
    membershipId: place.userId,
    role: "hotline_screener" as const,
    jurisdictionId: place.jurisdictionId,
    organizationId: null,
    teamName: "Family support line",
    name: "Dana R.",
  };
  await db.inTransaction({ jurisdictionId: place.jurisdictionId }, (tx) =>
    sendReferral(
      { actor, tx, clock: systemClock },
      {
        formKey: randomUUID(),
        duplicateReason: "Another family",
        serviceId: place.serviceId,
        family,
        whatWouldHelp: "Help with goats at bedtime",
        consent: {
          method: "verbal",
          language: "es",
          textVersion: "test",
          wordsShown: "¿Está bien?",
          dataClasses: ["name", "phone", "email", "postal_code", "language", "child_ages", "needs"],
        },
      },
    ),
  );
  const { rows } = await db.owner.query(
    "select id, template from outbox_message where status = 'pending' order by created_at, id",
  );
  return rows;
}
const jobOf = (outboxId: string) => ({ outboxId, jurisdictionId: place.jurisdictionId });
const rowOf = async (id: string) =>
  (await db.owner.query("select * from outbox_message where id = $1", [id])).rows[0];

describe("without a mail service", () => {
  it("keeps the mail readable, in nothing of which the family stands", async () => {
    const mails = await sendOne();
    expect(mails.map(({ template }) => template).sort()).toEqual(["family-link", "referral-sent"]);
    for (const { id } of mails) await deliverOutboxMessage(jobOf(id));
    for (const { id } of mails) await deliverOutboxMessage(jobOf(id));
    const sent = await rowOf(mails.find(({ template }) => template === "referral-sent")?.id ?? "");
    expect(sent).toMatchObject({ status: "sent", attempts: 1, subject: "A new referral is waiting for you" });
    expect(sent.html).toContain(`/provider/${place.organizationId}/referrals/`);
    expect(sent.text).toContain("/answer/PRIVATE-LINK");
    const link = await rowOf(mails.find(({ template }) => template === "family-link")?.id ?? "");
    expect(link.text).toContain("/es/my/PRIVATE-LINK");
    expect(link.html).not.toContain("Program");
    const eml = (await writeEml({ ...sent, createdAt: sent.created_at, to: null, toEmail: null })).toString();
    expect(eml).toContain("Subject: A new referral is waiting for you");

    const { rows } = await db.owner.query(
      `select o::text as stored from outbox_message o union all select j::text from pgboss.job j
       union all select a::text from audit_entry a union all select e::text from referral_event e`,
    );
    const stored = rows.map((row) => String(row.stored)).join("\n");
    for (const word of secretWords) expect(stored).not.toContain(word);
  });
});

describe("with a mail service", () => {
  let server: Server;
  let answer: { status: number; headers?: Record<string, string> };
  const received: string[] = [];
  const readBody = async (request: IncomingMessage) => {
    let body = "";
    for await (const chunk of request) body += String(chunk);
    return body;
  };
  beforeAll(async () => {
    server = createServer((request, response) => {
      void readBody(request).then((body) => {
        received.push(body);
        response.writeHead(answer.status, answer.headers).end();
      });
    });
    await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  });
  afterAll(() => server.close());
  const port = () =>
    sendgridPort({
      apiKey: "SG.test",
      baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    });

  it("hands it over once, without tracking, and keeps no copy", async () => {
    answer = { status: 202, headers: { "x-message-id": "m-1" } };
    const mail = (await sendOne()).find(({ template }) => template === "referral-sent");
    await deliverOutboxMessage(jobOf(mail?.id ?? ""), port());
    expect(await rowOf(mail?.id ?? "")).toMatchObject({
      status: "sent",
      provider_message_id: "m-1",
      html: null,
    });
    const body = received.at(-1) ?? "";
    expect(JSON.parse(body).tracking_settings.click_tracking.enable).toBe(false);
    for (const word of secretWords) expect(body).not.toContain(word);
  });
  it("writes to each person of an organization apart, each with a link of their own to answer with", async () => {
    answer = { status: 202 };
    await db.owner.query("update organization set email = null where id = $1", [place.organizationId]);
    const colleague = randomUUID();
    await insertRow(db.owner, "user", {
      id: colleague,
      name: "Second Worker",
      email: "second@example.test",
      locale: "es",
      updated_at: new Date(),
    });
    await insertRow(db.owner, "membership", {
      id: randomUUID(),
      jurisdiction_id: place.jurisdictionId,
      user_id: colleague,
      role: "provider_worker",
      organization_id: place.organizationId,
    });
    const mail = (await sendOne()).find(({ template }) => template === "referral-sent");
    const before = received.length;
    await deliverOutboxMessage(jobOf(mail?.id ?? ""), port());
    const bodies = received.slice(before).map((body) => JSON.parse(body));
    const links = bodies.map(({ content }) => /\/answer\/[\w-]{40,}/.exec(content[0].value)?.[0]);
    expect(bodies.every(({ personalizations }) => personalizations[0].to.length === 1)).toBe(true);
    expect(new Set(links).size).toBe(bodies.length);
    expect(links).not.toContain(undefined);
    expect(bodies.some(({ subject }) => subject === "Le espera una nueva referencia")).toBe(true);
    const { rows } = await db.owner.query("select token_hash from answer_link where outbox_id = $1", [
      mail?.id,
    ]);
    const hashes = links.map((link) => hashToken(link?.split("/").at(-1) ?? "")).sort();
    expect(rows.map(({ token_hash }) => token_hash).sort()).toEqual(hashes);
  });
  it("tries again after a fault that may pass, and stops at a refusal", async () => {
    const mail = (await sendOne()).find(({ template }) => template === "referral-sent");
    answer = { status: 503 };
    await expect(deliverOutboxMessage(jobOf(mail?.id ?? ""), port())).rejects.toThrow("503");
    expect(await rowOf(mail?.id ?? "")).toMatchObject({ status: "pending", last_error: "503" });
    answer = { status: 400 };
    await deliverOutboxMessage(jobOf(mail?.id ?? ""), port());
    expect(await rowOf(mail?.id ?? "")).toMatchObject({ status: "failed", attempts: 2, last_error: "400" });
  });
});
