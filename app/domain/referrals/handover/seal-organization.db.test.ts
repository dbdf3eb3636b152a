import { beforeAll, beforeEach, expect, it } from "vitest";
import { staffActor } from "../../../../tests/setup/auth-people";
import { makeScopes } from "../../../../tests/setup/authorization-matrix";
import { testDatabase } from "../../../../tests/setup/database";
import { deskOf, send } from "../../../../tests/setup/referral-desk";
import type { Ctx } from "../../kernel/context";
import { Conflict, Invalid } from "../../kernel/errors";
import { readOrganization } from "../../organizations/index.server";
import type { SealingFlag } from "../../organizations/vetting.schema";
import { declineReferral, readReferral, sealOrganization, unsealOrganization } from "../index.server";

const db = await testDatabase();
const place = (await makeScopes(db)).own;
const desk = deskOf(db, place);
const { jurisdictionId, organizationId, serviceId, userId } = place;
const sql = async (text: string, values: unknown[]) => (await db.owner.query(text, values)).rows;
const admin = <T>(run: (ctx: Ctx) => Promise<T>) =>
  desk.as(staffActor("jurisdiction_admin", { jurisdictionId }, { userId }), run);
const version = async () =>
  Number((await sql("select version from organization where id = $1", [organizationId]))[0].version);
const seal = async (flag: SealingFlag = "victimServiceProvider") => {
  const key = { id: organizationId, version: await version(), flag };
  return admin((ctx) => sealOrganization(ctx, key));
};
const unseal = async (reason = "It was ticked by mistake", flag: SealingFlag = "victimServiceProvider") => {
  const key = { id: organizationId, version: await version(), flag, reason };
  return admin((ctx) => unsealOrganization(ctx, key));
};
const card = async () =>
  (
    await sql("select card ->> 'needsSignedRelease' as signed from listing_card where service_id = $1", [
      serviceId,
    ])
  )[0]?.signed;
const marks = () =>
  sql(
    "select victim_service_provider v, part2_program p, sealed_at is not null as since from organization where id = $1",
    [organizationId],
  );

beforeAll(async () => {
  // Nobody of the agency has a seat there, as it must be.
  await sql("update membership set ended_at = now() where organization_id = $1", [organizationId]);
});
beforeEach(async () => {
  await sql("update organization set victim_service_provider = false, part2_program = false where id = $1", [
    organizationId,
  ]);
  await sql("update service_referral set closed_at = now() - interval '1 day', status = 'withdrawn'", []);
});

it("from that moment its referrals say 'received' and nothing more, and its listing asks for a written yes", async () => {
  const { referralId } = await send(desk);
  await desk.provider((ctx) => declineReferral(ctx, { referralId, version: 1, reasonCode: "no_capacity" }));
  const read = () => desk.screener((ctx) => readReferral(ctx, { referralId }));
  expect(await read()).toMatchObject({ status: "declined_by_provider" });
  await seal();
  expect(await read()).toMatchObject({ status: "sent", masked: "received" });
  expect(await card()).toBe("true");
  expect(await marks()).toEqual([{ v: true, p: false, since: true }]);
  const details = await admin((ctx) => readOrganization(ctx, { id: organizationId }));
  expect(details.openReferrals).toBeNull();
  expect(details.history[0]).toMatchObject({
    event: "organization.sealed",
    reason: "victimServiceProvider: false -> true",
  });
  await expect(seal()).rejects.toThrow(new Conflict("already_sealed"));
});

it("is taken back with a reason while no family was sealed by it", async () => {
  await seal();
  await expect(unseal("  ")).rejects.toThrow(Invalid);
  await unseal();
  expect(await marks()).toEqual([{ v: false, p: false, since: false }]);
  expect(await card()).toBe("false");
  const [entry] = await sql(
    "select reason from audit_entry where entity_id = $1 and event = 'organization.unsealed' order by at desc limit 1",
    [organizationId],
  );
  expect(entry.reason).toBe("victimServiceProvider: true -> false; It was ticked by mistake");
});

it("stays where a family was sealed by it, whatever the organization did, and one mark may go while the other holds", async () => {
  const { referralId } = await send(desk);
  await seal();
  await expect(unseal()).rejects.toThrow(new Conflict("sealed_families"));
  await desk.provider((ctx) => declineReferral(ctx, { referralId, version: 1, reasonCode: "no_capacity" }));
  await expect(unseal()).rejects.toThrow(new Conflict("sealed_families"));
  await seal("part2Program");
  await unseal();
  await expect(unseal("No", "part2Program")).rejects.toThrow(new Conflict("sealed_families"));
  expect(await marks()).toEqual([{ v: false, p: true, since: true }]);
});

it("is not begun while somebody of the agency has a seat there; outside invitations end with it", async () => {
  const seats = (end: string) =>
    sql(`update membership set ended_at = ${end} where organization_id = $1`, [organizationId]);
  await seats("null");
  await expect(seal()).rejects.toThrow(new Conflict("agency_has_seat"));
  expect(await marks()).toEqual([{ v: false, p: false, since: false }]);
  await seats("now()");
  await sql(
    `insert into invitation (id, jurisdiction_id, organization_id, email, role, token_hash, invited_by_id, expires_at)
     select gen_random_uuid(), $1, $2, r || '@mail.example', r, r, $3, now() + interval '1 day'
     from unnest(array['provider_worker', 'provider_manager']) r`,
    [jurisdictionId, organizationId, userId],
  );
  await seal();
  expect(
    await sql("select role from invitation where organization_id = $1 and revoked_at is null", [
      organizationId,
    ]),
  ).toEqual([{ role: "provider_manager" }]);
});
