import { beforeAll, describe, expect, it } from "vitest";
import { at, checkDesk, fresh, userId } from "../../../../tests/setup/check-desk";
import { testDatabase } from "../../../../tests/setup/database";
import { makeOrganization } from "../../../../tests/setup/listing-rows";
import { newId } from "../../kernel/ids";

const db = await testDatabase();
const { ask, checksOf, mailsOf, county, listing } = checkDesk(db);

beforeAll(async () => {
  await db.owner.query(
    "insert into \"user\" (id, name, email, updated_at) values ($1, 'Tess Palmer', 'tess@rosewood.example', now())",
    [userId],
  );
});

describe("asking", () => {
  it("writes one mail with at most five listings, to the managers or else the organization's address", async () => {
    const { here, organization } = await county();
    for (let n = 0; n < 7; n++) await listing(here, organization, `Program ${n}`, fresh(11));
    await listing(here, organization, "Fresh", fresh(3));
    expect(await ask(here, 0)).toEqual({ organizations: 1, listings: 5 });
    expect(await mailsOf(here)).toMatchObject([
      { template: "listing-check", to_organization_id: organization },
    ]);
    await db.owner.query(
      "insert into membership (id, jurisdiction_id, user_id, role, organization_id) values ($1, $2, $3, 'provider_manager', $4)",
      [newId(), here, userId, organization],
    );
    expect(await ask(here, 1)).toEqual({ organizations: 1, listings: 2 });
    expect((await mailsOf(here))[1]).toMatchObject({ to_user_id: userId, to_organization_id: null });
  });
  it("keeps still at weekends, on holidays, where nobody can be written to, and a second time on the same day", async () => {
    const { here, organization } = await county();
    await listing(here, organization, "Due", fresh(11));
    const lonely = await makeOrganization(db, here, "No address");
    await listing(here, lonely, "Nobody to ask", fresh(11));
    expect((await ask(here, 5)).organizations).toBe(0);
    await db.owner.query("update jurisdiction set settings = $2 where id = $1", [
      here,
      { calendar: { holidays: ["2026-11-16"] } },
    ]);
    expect((await ask(here, 0)).organizations).toBe(0);
    expect((await ask(here, 1)).organizations).toBe(1);
    expect((await ask(here, 1)).organizations).toBe(0);
    expect(await mailsOf(here)).toHaveLength(1);
  });
  it("spreads an import over days, those first whom somebody keeps", async () => {
    const { here, organization } = await county();
    await db.owner.query("update jurisdiction set settings = $2 where id = $1", [
      here,
      { listingChecks: { organizationsADay: 1 } },
    ]);
    const kept = await listing(here, organization, "Kept", fresh(80));
    const imported = await makeOrganization(db, here, "Imported");
    await db.owner.query("update organization set email = 'info@imported.example' where id = $1", [imported]);
    const never = await listing(here, imported, "Never checked", { assuredAt: null });
    await ask(here, 0);
    expect((await checksOf(here)).map((one) => one.service_id)).toEqual([kept]);
    await ask(here, 1);
    expect((await checksOf(here)).map((one) => one.service_id)).toEqual([kept, never]);
  });
  it("reminds twice, then never again until the listing was checked and has aged anew", async () => {
    const { here, organization } = await county();
    const id = await listing(here, organization, "Silent", fresh(9));
    for (let day = 0; day < 60; day++) await ask(here, day);
    const asked = await checksOf(here);
    expect(asked.map((one) => [one.kind, one.turn])).toEqual([
      ["openings", 1],
      ["openings", 2],
      ["openings", 3],
    ]);
    const days = (await mailsOf(here)).length;
    expect(days).toBe(3);
    await db.owner.query("update service set assured_at = $2, capacity_as_of = $2 where id = $1", [
      id,
      at(60),
    ]);
    for (let day = 60; day < 69; day++) await ask(here, day);
    expect(await checksOf(here)).toHaveLength(3);
    for (let day = 69; day < 73; day++) await ask(here, day);
    expect((await checksOf(here)).at(-1)).toMatchObject({ kind: "openings", turn: 1 });
  });
});
