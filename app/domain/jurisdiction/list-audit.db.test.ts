import { beforeAll, expect, it } from "vitest";
import { makePerson, staffActor } from "../../../tests/setup/auth-people";
import { makeScopes, type Place } from "../../../tests/setup/authorization-matrix";
import { testDatabase } from "../../../tests/setup/database";
import { insertReferral } from "../../../tests/setup/insert-referral";
import { fixedClock } from "../kernel/clock";
import type { Ctx } from "../kernel/context";
import { newId } from "../kernel/ids";
import { listAudit, listAuditPeople } from "./index.server";

const db = await testDatabase();
let place: Place;
let [userId, workerId, shelterId] = ["", "", ""];
const clock = fixedClock("2026-11-21T15:00:00Z");
const as = <T>(run: (ctx: Ctx) => Promise<T>): Promise<T> => {
  const actor = staffActor("auditor", place, { userId });
  const { jurisdictionId } = place;
  return db.inTransaction({ jurisdictionId }, (tx) =>
    run({ actor: { ...actor, organizationId: null }, tx, clock }),
  );
};
const write = (entry: object) =>
  db.arrange.auditEntry.create({
    data: {
      ...{ id: newId(), jurisdictionId: place.jurisdictionId, at: new Date("2026-11-20T15:00:00Z") },
      ...{ actorKind: "staff", actorId: workerId, event: "referral.sent", entity: "ServiceReferral" },
      ...{ entityId: null, fields: [] },
      ...entry,
    },
  });
const events = async (asked: object) =>
  (await as((ctx) => listAudit(ctx, asked))).rows.map(({ event }) => event);

beforeAll(async () => {
  place = (await makeScopes(db)).own;
  const { jurisdictionId } = place;
  await db.owner.query("truncate audit_entry");
  const shelter = newId();
  await db.arrange.organization.create({
    data: { id: shelter, jurisdictionId, name: "Shelter", status: "active", victimServiceProvider: true },
  });
  const person = async (
    email: string,
    name: string,
    role: "auditor" | "hotline_screener" | "provider_worker",
    organizationId?: string,
  ) =>
    (await makePerson(db, { email, name, memberships: [{ jurisdictionId, role, organizationId }] })).userId;
  userId = await person("ann@audit.example", "Ann Auditor", "auditor");
  workerId = await person("wes@audit.example", "Wes Worker", "hotline_screener");
  shelterId = await person("sue@audit.example", "Sue Shelter", "provider_worker", shelter);
  const { referralId } = await insertReferral(db.owner, place, "sent");
  const { referralId: sealed } = await insertReferral(db.owner, place, "sent", {
    receiving_organization_id: shelter,
  });
  await write({ entityId: referralId, reason: "Marisol said that she is afraid" });
  await write({ entityId: referralId, event: "referral.withdrawn", reason: "needs_changed" });
  await write({ event: "household.read", entity: "Household", entityId: place.householdId });
  await write({ event: "organization.suspended", entity: "Organization", reason: "No agreement any more" });
  await write({ event: "referral.closed_day", entityId: referralId, at: new Date("2026-11-02T15:00:00Z") });
  // What a shelter does with a family, and what anybody does to a referral of it.
  await write({ event: "household.read", entity: "Household", actorId: shelterId });
  await write({ event: "referral.opened", entityId: sealed, actorId: shelterId });
  await write({ event: "referral.expired", entityId: sealed, actorKind: "system", actorId: "worker" });
  await write({ event: "listing.published", entity: "Service", actorId: shelterId });
});

it("tells who did what, of a family only codes, and nothing of what a shelter does with one", async () => {
  const { rows, total, from, to } = await as((ctx) => listAudit(ctx, {}));
  expect({ total, from, to }).toEqual({ total: 5, from: "2026-11-15", to: "2026-11-21" });
  const found = Object.fromEntries(rows.map(({ event, reason, by }) => [event, [by, reason]]));
  expect(found).toEqual({
    "referral.sent": ["Wes Worker", null],
    "referral.withdrawn": ["Wes Worker", "needs_changed"],
    "household.read": ["Wes Worker", null],
    "organization.suspended": ["Wes Worker", "No agreement any more"],
    "listing.published": ["Sue Shelter", null],
  });
});

it("writes down that it was read, and finds by person, kind, noun and day", async () => {
  expect(await events({ from: "2026-11-21", userId })).toEqual(["audit.read"]);
  expect(await events({ to: "2026-11-20", kind: "read" })).toEqual(["household.read"]);
  expect(await events({ to: "2026-11-20", userId: shelterId })).toEqual(["listing.published"]);
  expect(await events({ to: "2026-11-20", noun: "organization" })).toEqual(["organization.suspended"]);
  expect(await events({ from: "2026-11-02", to: "2026-11-02" })).toEqual(["referral.closed_day"]);
  expect(await events({ to: "2026-11-20", noun: "' or 1=1", userId: "nobody" })).toHaveLength(5);
  const entry = await db.arrange.auditEntry.findFirst({
    where: { event: "audit.read", fields: { has: "kind" } },
  });
  expect(entry).toMatchObject({ actorId: userId, reason: null, fields: ["kind", "to", "page"] });
  expect((await as(listAuditPeople)).map(({ name }) => name)).toContain("Sue Shelter");
});
