import { describe, expect, it } from "vitest";
import { staffActor } from "../../tests/setup/auth-people";
import { makeScopes } from "../../tests/setup/authorization-matrix";
import { testDatabase } from "../../tests/setup/database";
import { deskOf, send } from "../../tests/setup/referral-desk";
import { followVettings, searchListings } from "../domain/directory/index.server";
import { emptyCriteria } from "../domain/directory/search/search-criteria";
import { writeSearchRows } from "../domain/directory/search-index/write-search-rows.server";
import type { StaffActor } from "../domain/kernel/actor";
import type { Ctx } from "../domain/kernel/context";
import {
  askClaim,
  countOrganizationsWaiting,
  listOrganizations,
  readOrganization,
  recordAgreement,
  refuseClaim,
  reopenClaim,
} from "../domain/organizations/index.server";
import { restoreOrganization, suspendOrganization } from "../domain/referrals/index.server";
import { admitClaim } from "./admit-claim.server";

const db = await testDatabase();
const place = (await makeScopes(db)).own;
const desk = deskOf(db, place);

const boss = staffActor(
  "jurisdiction_admin",
  { jurisdictionId: place.jurisdictionId },
  { userId: place.userId },
);
const admin = <T>(run: (ctx: Ctx<StaffActor>) => Promise<T>) =>
  desk.as(boss, (ctx) => run(ctx as Ctx<StaffActor>));
const visitor = <T>(run: (ctx: Ctx) => Promise<T>) =>
  desk.as({ kind: "public", jurisdictionId: place.jurisdictionId }, run);
const claim = {
  name: "Lena Test",
  title: "Director",
  email: "Lena@claim.example",
  phone: "(410) 555-0111",
  secondName: "Omar Test",
  secondTitle: "Coordinator",
  secondEmail: "omar@claim.example",
};
const agreement = {
  agreementReference: "File 12",
  vettedUntil: "2099-06-30",
  calledListedNumber: "on" as const,
};
const one = async (sql: string, values: unknown[] = []) => (await db.owner.query(sql, values)).rows[0];
const version = async () =>
  (await one("select version from organization where id = $1", [place.organizationId])).version;
const takes = async () => {
  await desk.system((ctx) => writeSearchRows(ctx, [place.serviceId]));
  const found = await desk.screener((ctx) => searchListings(ctx, { criteria: emptyCriteria }));
  return found.results.some((row) => row.serviceId === place.serviceId);
};

describe("a claim of an organization", () => {
  it("asks for two people and a phone, and refuses one person twice", async () => {
    const key = place.organizationId;
    await expect(
      visitor((ctx) => askClaim(ctx, { ...claim, key, secondEmail: "lena@claim.example" })),
    ).rejects.toMatchObject({
      fieldErrors: { secondEmail: ["same_person"] },
    });
    await expect(
      visitor((ctx) => askClaim(ctx, { ...claim, key, phone: "call me", secondName: "" })),
    ).rejects.toMatchObject({
      fieldErrors: { phone: ["phone"], secondName: ["required"] },
    });
  });

  it("is refused with a mail that says why, taken back, and accepted with two invitations", async () => {
    const id = await visitor((ctx) => askClaim(ctx, { ...claim, key: place.organizationId }));
    expect(await admin((ctx) => countOrganizationsWaiting(ctx))).toMatchObject({ claims: 1 });
    await admin((ctx) => refuseClaim(ctx, { claimId: id, version: 1, reason: "Nobody there knows you" }));
    const mail = await one("select to_email, params from outbox_message where template = 'claim-refused'");
    expect(mail).toEqual({ to_email: "lena@claim.example", params: { claimId: id } });
    await admin((ctx) => reopenClaim(ctx, { claimId: id, version: 2 }));
    await expect(
      admin((ctx) => admitClaim(ctx, { claimId: id, version: 3, ...agreement, vettedUntil: "2020-01-01" })),
    ).rejects.toMatchObject({ fieldErrors: { vettedUntil: ["past"] } });
    await admin((ctx) => admitClaim(ctx, { claimId: id, version: 3, ...agreement }));
    const invited = await db.owner.query(
      "select email, role from invitation where organization_id = $1 and revoked_at is null order by email",
      [place.organizationId],
    );
    expect(invited.rows).toEqual([
      { email: "lena@claim.example", role: "provider_manager" },
      { email: "omar@claim.example", role: "provider_manager" },
    ]);
    const details = await admin((ctx) => readOrganization(ctx, { id: place.organizationId }));
    expect(details.row).toMatchObject({ status: "active", agreementReference: "File 12" });
    expect(details.history.map(({ event }) => event)).toContain("organization.vetted");
    expect(details.history.find(({ event }) => event === "organization.vetted")?.reason).toContain(
      "vettedUntil: - -> 2099-06-30",
    );
    await expect(admin((ctx) => admitClaim(ctx, { claimId: id, version: 4, ...agreement }))).rejects.toThrow(
      "claim_changed",
    );
  });

  it("stops a flood at one organization", async () => {
    const ask = () => visitor((ctx) => askClaim(ctx, { ...claim, key: place.organizationId }));
    for (let n = 0; n < 5; n += 1) await ask();
    await expect(ask()).rejects.toThrow("too_many");
    await db.owner.query("delete from organization_claim where status = 'asked'");
  });
});

describe("suspension and vetting", () => {
  it("stops referrals at once, tells each sender once, and is taken back", async () => {
    expect(await takes()).toBe(true);
    await send(desk);
    await send(desk, { duplicateReason: "Another family" });
    const key = async () => ({ id: place.organizationId, version: await version() });
    const at = await key();
    await admin((ctx) => suspendOrganization(ctx, { ...at, reason: "Agreement under review" }));
    await expect(admin((ctx) => suspendOrganization(ctx, { ...at, reason: "x" }))).rejects.toThrow(
      "organization_changed",
    );
    expect(
      (await one("select count(*)::int n from outbox_message where template = 'organization-suspended'")).n,
    ).toBe(1);
    expect(await takes()).toBe(false);
    await expect(send(desk)).rejects.toThrow(/organization_suspended|listing_not_taking/);
    expect((await one("select count(*)::int n from service_referral where closed_at is null")).n).toBe(2);
    await admin(async (ctx) =>
      restoreOrganization(ctx, { id: place.organizationId, version: at.version + 1 }),
    );
    expect(await takes()).toBe(true);
  });

  it("shows an agreement 60 days before its end, and shuts when it has ended", async () => {
    const set = (sql: string) =>
      db.owner.query(`update organization set ${sql} where id = $1`, [place.organizationId]);
    await set("vetted_until = current_date + 30");
    const waiting = await admin((ctx) => listOrganizations(ctx, { filter: "waiting" }));
    expect(waiting.rows.map(({ id }) => id)).toContain(place.organizationId);
    await set("vetted_until = current_date - 2");
    expect(await desk.system((ctx) => followVettings(ctx))).toBe(1);
    expect(await desk.system((ctx) => followVettings(ctx))).toBe(0);
    const shut = await desk.screener((ctx) => searchListings(ctx, { criteria: emptyCriteria }));
    expect(shut.closed.map(({ serviceId }) => serviceId)).toContain(place.serviceId);
    const now = await version();
    await admin((ctx) =>
      recordAgreement(ctx, {
        id: place.organizationId,
        version: now,
        agreementReference: "File 13",
        vettedUntil: "2099-01-01",
      }),
    );
    expect(await admin((ctx) => followVettings(ctx))).toBe(1);
    expect(await takes()).toBe(true);
  });

  it("records insurance and clearances, which stay where a form does not ask", async () => {
    const record = async (more: object) => {
      const now = await version();
      const again = { agreementReference: "File 13", vettedUntil: "2099-01-01" };
      await admin((ctx) =>
        recordAgreement(ctx, { id: place.organizationId, version: now, ...again, ...more }),
      );
      return one(
        "select insurance_until::text as insured, clearances_checked_on::text as seen from organization where id = $1",
        [place.organizationId],
      );
    };
    const both = { insured: "2027-03-31", seen: "2026-11-02" };
    expect(await record({ insuranceUntil: "2027-03-31", clearancesCheckedOn: "2026-11-02" })).toEqual(both);
    expect(await record({})).toEqual(both);
    expect(await record({ insuranceUntil: "", clearancesCheckedOn: "2026-11-02" })).toMatchObject({
      insured: null,
    });
    await expect(record({ insuranceUntil: "soon" })).rejects.toMatchObject({
      fieldErrors: { insuranceUntil: ["date"] },
    });
  });
});
