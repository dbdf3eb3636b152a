import { expect, it } from "vitest";
import { askAboutListings } from "~/domain/directory/index.server";
import { fixedClock, systemClock } from "~/domain/kernel/clock";
import { makeJurisdiction, makeListing, makeOrganization } from "../../tests/setup/listing-rows";
import { testDatabase } from "../../tests/setup/database";
import { deliverOutboxMessage } from "./deliver-outbox-message.server";
import { readMailsTo } from "./read-mails-to.server";

const db = await testDatabase();

it("writes the listing's facts and two links into the mail, in the reader's language, and nothing of a hidden place", async () => {
  const here = await makeJurisdiction(db, "check-mail");
  const address = "https://portal.example/casa";
  await db.arrange.jurisdiction.update({ where: { id: here }, data: { address } });
  const organization = await makeOrganization(db, here, "Casa Inventada");
  await db.owner.query("update organization set email = 'casa@invented.example' where id = $1", [
    organization,
  ]);
  const service = { organizationId: organization, capacityStatus: "open" as const, capacityAvailable: 3 };
  // The mail is read on the day it is sent: the links are asked for by the clock of the machine.
  const asOf = new Date(Date.now() - 20 * 86_400_000);
  const facts = { ...service, assuredAt: asOf, capacityAsOf: asOf, staffLanguages: ["es"] };
  const place = { street: "5 Secret Way", city: "Quietville" };
  await makeListing(db, here, {
    service: { ...facts, name: "Story Time" },
    location: { street: "8 Pretend Avenue" },
  });
  await makeListing(db, here, {
    service: { ...facts, name: "Safe Rest" },
    location: { ...place, visibility: "hidden" },
  });
  const workday = new Date();
  while ([0, 6].includes(workday.getUTCDay())) workday.setUTCDate(workday.getUTCDate() - 1);
  workday.setUTCHours(15);
  const actor = { kind: "system" as const, name: "listing-checks", jurisdictionId: here };
  await db.inTransaction({ jurisdictionId: here }, (tx) =>
    askAboutListings({ actor, tx, clock: fixedClock(workday.toISOString()) }),
  );
  const outbox = () =>
    db.owner.query("select id, status, subject, text, html from outbox_message where jurisdiction_id = $1", [
      here,
    ]);
  const [announced] = (await outbox()).rows;
  await db.owner.query("update outbox_message set locale = 'es' where id = $1", [announced.id]);
  await deliverOutboxMessage({ outboxId: announced.id, jurisdictionId: here });
  const [mail] = (await outbox()).rows;
  expect(mail).toMatchObject({ status: "sent", subject: "¿Sus 2 programas siguen correctos?" });
  expect(mail.text).toContain("8 Pretend Avenue");
  expect(mail.text).toContain("Dirección reservada, por seguridad");
  expect(mail.text + mail.html).not.toMatch(/Secret|Quietville/);
  expect(mail.text).toContain(`${address}/check/PRIVATE-LINK#changed`);
  expect(mail.text + mail.html).not.toMatch(/\/check\/[\w-]{43}/);
  const [made] = await db.inTransaction({ jurisdictionId: here }, (tx) =>
    readMailsTo({ actor, tx, clock: systemClock }, { email: "casa@invented.example" }),
  );
  const links = new Set([...(made?.text.matchAll(/\/check\/([\w-]{43})/g) ?? [])].map((match) => match[1]));
  expect(links.size).toBe(2);
  expect(made?.text.split(`${address}/check/`)).toHaveLength(5);
});
