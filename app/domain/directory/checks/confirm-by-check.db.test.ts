import { beforeAll, describe, expect, it } from "vitest";
import { at, checkDesk, fresh, tokenOf, userId } from "../../../../tests/setup/check-desk";
import { testDatabase } from "../../../../tests/setup/database";
import { makeListing } from "../../../../tests/setup/listing-rows";
import type { Actor } from "../../kernel/actor";
import { confirmByCheck, confirmListing, readListingCheck, saveListingSection } from "../index.server";

const db = await testDatabase();
const { run, asJob, asPublic, ask, checksOf, county, mail } = checkDesk(db);

beforeAll(async () => {
  await db.owner.query(
    "insert into \"user\" (id, name, email, updated_at) values ($1, 'Tess Palmer', 'tess@rosewood.example', now())",
    [userId],
  );
});

describe("the link of a mail", () => {
  async function linked(more: object = {}) {
    const { here, organization } = await county();
    const id = await makeListing(db, here, {
      service: { organizationId: organization, name: "Story Time", ...fresh(11), ...more },
      location: { street: "5 Pretend Way", city: "Baltimore" },
    });
    await ask(here, 0);
    const [check] = await checksOf(here);
    const told = await mail(here, 0, [check?.id ?? ""]);
    return { here, organization, id, token: tokenOf(check?.id ?? ""), told };
  }

  it("shows and never confirms when it is opened; confirms once when the button is pressed", async () => {
    const { here, id, token, told } = await linked();
    expect(told[0]).toMatchObject({ kind: "openings", turn: 1, listing: { card: { name: "Story Time" } } });
    for (let scan = 0; scan < 3; scan++)
      expect(await asPublic(here, 1, (ctx) => readListingCheck(ctx, { token }))).toMatchObject({
        state: "open",
      });
    const before = await db.owner.query("select assured_at from service where id = $1", [id]);
    expect(before.rows[0].assured_at).toEqual(at(-11));
    expect(await asPublic(here, 1, (ctx) => confirmByCheck(ctx, { token }))).toBe("open");
    const { rows } = await db.owner.query(
      "select s.assured_at, s.capacity_as_of, s.version, f.changed_by, f.actor_id, f.action from service s join field_change f on f.service_id = s.id where s.id = $1",
      [id],
    );
    expect(rows).toEqual([
      {
        assured_at: at(1),
        capacity_as_of: at(1),
        version: 2,
        changed_by: "provider",
        actor_id: null,
        action: "confirm",
      },
    ]);
    expect(await asPublic(here, 2, (ctx) => confirmByCheck(ctx, { token }))).toBe("used");
    expect(await asPublic(here, 2, (ctx) => readListingCheck(ctx, { token }))).toMatchObject({
      state: "used",
      outcome: "still_right",
    });
    const audit = await db.owner.query(
      "select reason, actor_kind from audit_entry where event = 'listing.confirmed' and entity_id = $1",
      [id],
    );
    expect(audit.rows).toEqual([{ reason: "mail_link", actor_kind: "system" }]);
  });
  it("works fourteen days, and not once the listing changed or left", async () => {
    const old = await linked();
    expect(await asPublic(old.here, 14.1, (ctx) => confirmByCheck(ctx, old))).toBe("expired");
    const changed = await linked();
    await db.owner.query("update service set version = version + 1 where id = $1", [changed.id]);
    expect(await asPublic(changed.here, 1, (ctx) => confirmByCheck(ctx, changed))).toBe("overtaken");
    const gone = await linked();
    await db.owner.query("update service set listing_state = 'unpublished' where id = $1", [gone.id]);
    expect(await asPublic(gone.here, 1, (ctx) => confirmByCheck(ctx, gone))).toBe("gone");
    const left = await db.owner.query(
      "select count(*)::int from field_change where action = 'confirm' and service_id = any($1)",
      [[old.id, changed.id, gone.id]],
    );
    expect(left.rows[0].count).toBe(0);
  });
  it("is unknown before the mail is written, in another jurisdiction, and to who is signed in", async () => {
    const { here, token } = await linked();
    const other = await county();
    const refused = { code: "not_found" };
    await expect(asPublic(other.here, 1, (ctx) => readListingCheck(ctx, { token }))).rejects.toMatchObject(
      refused,
    );
    await expect(asPublic(here, 1, (ctx) => confirmByCheck(ctx, { token: "x" }))).rejects.toMatchObject(
      refused,
    );
    await expect(asJob(here, 1, (ctx) => confirmByCheck(ctx, { token }))).rejects.toMatchObject({
      code: "forbidden",
    });
    const found = await db.prisma.$queryRaw<{ jurisdiction_id: string }[]>`
      select jurisdiction_id from find_listing_check(encode(sha256(convert_to(${token}, 'UTF8')), 'hex'))`;
    expect(found).toEqual([{ jurisdiction_id: here }]);
  });
  it("says nothing of a hidden place", async () => {
    const { here, organization } = await county();
    const id = await makeListing(db, here, {
      service: { organizationId: organization, name: "Safe Rest", ...fresh(11), confidential: true },
      location: {
        street: "5 Secret Way",
        city: "Quietville",
        visibility: "hidden",
        latitude: 39.4,
        longitude: -76.6,
      },
    });
    await ask(here, 0);
    const check = (await checksOf(here)).find((one) => one.service_id === id);
    const told = await mail(here, 0, [check?.id ?? ""]);
    const page = await asPublic(here, 1, (ctx) => readListingCheck(ctx, { token: tokenOf(check?.id ?? "") }));
    expect(JSON.stringify([told, page])).not.toMatch(/Secret|Quietville|39\.4|76\.6/);
  });
  it("is answered too by whoever confirms or corrects the listing in the workspace", async () => {
    const actor = (organizationId: string, jurisdictionId: string): Actor => ({
      kind: "staff",
      role: "provider_manager",
      userId,
      membershipId: userId,
      jurisdictionId,
      organizationId,
      teamName: null,
      name: "Tess P.",
    });
    const one = await linked();
    await run(one.here, actor(one.organization, one.here), 1, (ctx) =>
      confirmListing(ctx, { id: one.id, version: 1 }),
    );
    expect((await checksOf(one.here))[0]).toMatchObject({ outcome: "still_right" });
    const other = await linked();
    await run(other.here, actor(other.organization, other.here), 1, (ctx) =>
      saveListingSection(ctx, {
        id: other.id,
        version: 1,
        section: "how_to_join",
        values: { phone: "(410) 555-0111" },
      }),
    );
    expect((await checksOf(other.here))[0]).toMatchObject({ outcome: "something_changed" });
    const { rows } = await db.owner.query("select assured_at from service where id = $1", [other.id]);
    expect(rows).toEqual([{ assured_at: at(1) }]);
  });
});
