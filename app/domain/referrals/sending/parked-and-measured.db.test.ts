import { beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "../../../../tests/setup/database";
import { insertReferral } from "../../../../tests/setup/insert-referral";
import { insertRow } from "../../../../tests/setup/authorization-matrix";
import {
  asSystem,
  makeJurisdiction,
  makeListing,
  makeOrganization,
  testClock,
} from "../../../../tests/setup/listing-rows";
import {
  listUnmetNeeds,
  recordUnmetNeed,
  searchListings,
  setFirstContactDays,
} from "../../directory/index.server";
import { emptyCriteria } from "../../directory/search/search-criteria";
import type { Ctx } from "../../kernel/context";
import { newId } from "../../kernel/ids";
import { listParkedServices, measureFirstContact } from "../index.server";

const db = await testDatabase();
let here = "";
let organizationId = "";
let householdId = "";
const days = (count: number) => new Date(testClock.now().getTime() - count * 86_400_000);
const place = (serviceId: string) =>
  ({ jurisdictionId: here, organizationId, householdId, serviceId, userId: newId() }) as never;
const search = (more: object = {}) =>
  asSystem(db, here, (ctx: Ctx) =>
    searchListings(ctx, { criteria: { ...emptyCriteria, needs: ["parenting_support"] }, ...more }),
  );

beforeAll(async () => {
  here = await makeJurisdiction(db, "harbor");
  organizationId = await makeOrganization(db, here, "Rosewood Community Partners");
  householdId = newId();
  await insertRow(db.owner, "household", {
    id: householdId,
    jurisdiction_id: here,
    caregiver_name: "Marisol",
    contact_way: "call",
    created_at: new Date(),
  });
});
const listing = (name: string, organization = organizationId) =>
  makeListing(db, here, { service: { organizationId: organization, name } });

describe("measureFirstContact", () => {
  it("takes the median of five or more, counts who still waits, and orders results by it", async () => {
    const [slow, quick, few] = [
      await listing("A slow one"),
      await listing("B quick one"),
      await listing("C few"),
    ];
    const sent = (
      serviceId: string,
      hours: number | null,
      status: "connected" | "sent" | "withdrawn" = "connected",
    ) =>
      insertReferral(db.owner, place(serviceId), status, {
        sent_at: days(20),
        first_attempt_at: hours === null ? null : new Date(days(20).getTime() + hours * 3_600_000),
      });
    for (const hours of [24, 24, 200]) await sent(slow, hours);
    for (let at = 0; at < 3; at += 1) await sent(slow, null, "sent");
    for (let at = 0; at < 5; at += 1) await sent(quick, 20 + at);
    await sent(quick, null, "withdrawn");
    for (let at = 0; at < 4; at += 1) await sent(few, 1);
    const measured = await asSystem(db, here, (ctx) => measureFirstContact(ctx));
    expect(measured).toEqual(
      [
        { serviceId: slow, days: 15 },
        { serviceId: quick, days: 1 },
      ].sort((a, b) => (a.serviceId < b.serviceId ? -1 : 1)),
    );
    await asSystem(db, here, (ctx) => setFirstContactDays(ctx, { services: measured }));
    expect((await search()).results.map((one) => [one.facts.name, one.facts.daysToFirstContact])).toEqual([
      ["B quick one", 1],
      ["A slow one", 15],
      ["C few", null],
    ]);
    expect(await asSystem(db, here, (ctx) => setFirstContactDays(ctx, { services: [] }))).toBe(2);
    expect((await search()).results[0]?.facts.name).toBe("A slow one");
  });
});

describe("listParkedServices", () => {
  it("leaves out what the family refused for sixty days, and an organization with a conflict for good", async () => {
    const other = await makeOrganization(db, here, "Harbor Lane");
    const [refused, longAgo, conflict, sister] = [
      await listing("Refused"),
      await listing("Refused long ago"),
      await listing("Conflict", other),
      await listing("Sister program", other),
    ];
    await insertReferral(db.owner, place(refused), "declined_by_family", { closed_at: days(59) });
    await insertReferral(db.owner, place(longAgo), "declined_by_family", { closed_at: days(61) });
    await insertReferral(
      db.owner,
      { ...(place(conflict) as object), organizationId: other } as never,
      "declined_by_provider",
      {
        reason_code: "safety_or_conflict",
        closed_at: days(400),
      },
    );
    const parked = await asSystem(db, here, (ctx) => listParkedServices(ctx, { householdId }));
    expect(parked.declined).toEqual([refused]);
    expect(parked.conflict.sort()).toEqual([conflict, sister].sort());
    const names = (await search({ leaveOut: [...parked.declined, ...parked.conflict] })).results.map(
      (one) => one.facts.name,
    );
    expect(names).toContain("Refused long ago");
    for (const name of ["Refused", "Conflict", "Sister program"]) expect(names).not.toContain(name);
  });
});

describe("listUnmetNeeds", () => {
  it("hides counts of one to ten", async () => {
    const ask = (needs: string[]) =>
      asSystem(db, here, (ctx) =>
        recordUnmetNeed(ctx, {
          wish: newId(testClock.now()),
          criteria: { ...emptyCriteria, needs },
          open: 0,
        }),
      );
    for (let at = 0; at < 11; at += 1) await ask(["respite"]);
    await ask(["shelter"]);
    const { rows } = await asSystem(db, here, (ctx) => listUnmetNeeds({ ...ctx, actor: ctx.actor }));
    expect(rows).toEqual([
      { needCode: "respite", areaCode: null, searches: 11 },
      { needCode: "shelter", areaCode: null, searches: null },
    ]);
  });
});
