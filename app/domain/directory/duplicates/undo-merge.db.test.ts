import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { testDatabase } from "../../../../tests/setup/database";
import { makeJurisdiction, makeListing, makeOrganization } from "../../../../tests/setup/listing-rows";
import { mergeDesk } from "../../../../tests/setup/merge-desk";
import { newId } from "../../kernel/ids";
import { undoMerge } from "../index.server";

const db = await testDatabase();
const { as, sql, pairsOf, merge } = await mergeDesk(db);

const tables = [
  "organization",
  "service",
  "location",
  "program",
  "phone",
  "contact",
  "membership",
  "invitation",
  "organization_claim",
  "url",
  "listing_search",
  "listing_card",
  "service_referral",
];
/** Every row of the jurisdiction; versions go on counting, and when a row was last touched is not what it says. */
async function everything(here: string): Promise<Record<string, string[]>> {
  const all: Record<string, string[]> = {};
  for (const table of tables) {
    const rows = await sql(
      `select (to_jsonb(t) - 'version' - 'last_modified')::text as row from ${table} t where jurisdiction_id = $1 order by 1`,
      [here],
    );
    all[table] = rows.map(({ row }) => row as string);
  }
  return all;
}

const organization = fc.record({
  status: fc.constantFrom("active", "unclaimed"),
  description: fc.constantFrom("", "One", "Two"),
  email: fc.constantFrom(null, "a@x.example", "b@x.example"),
  vetted: fc.boolean(),
  victims: fc.boolean(),
  services: fc.integer({ min: 0, max: 2 }),
  phones: fc.integer({ min: 0, max: 2 }),
  people: fc.subarray([0, 1, 2]),
  endedSeats: fc.boolean(),
});
type Drawn = typeof organization extends fc.Arbitrary<infer T> ? T : never;

async function make(here: string, people: string[], name: string, drawn: Drawn): Promise<string> {
  const id = await makeOrganization(db, here, name);
  await sql(
    "update organization set status = $2::organization_status, description = $3, email = $4, vetted_until = $5, victim_service_provider = $6 where id = $1",
    [id, drawn.status, drawn.description, drawn.email, drawn.vetted ? "2099-01-01" : null, drawn.victims],
  );
  for (let n = 0; n < drawn.phones; n += 1)
    await sql(
      "insert into phone (id, jurisdiction_id, organization_id, number) values ($1, $2, $3, '(410) 555-0101')",
      [newId(), here, id],
    );
  for (let n = 0; n < drawn.services; n += 1)
    await makeListing(db, here, {
      service: { name: `${name} ${n}`, organizationId: id },
      location: { street: "1 First Street" },
    });
  for (const person of drawn.people)
    await sql(
      "insert into membership (id, jurisdiction_id, user_id, role, organization_id, ended_at) values ($1, $2, $3, 'provider_worker', $4, $5)",
      [newId(), here, people[person], id, drawn.endedSeats ? new Date(0) : null],
    );
  return id;
}

describe("merging organizations", () => {
  it("then undoing it leaves every row as it was", async () => {
    const people = [newId(), newId(), newId()];
    for (const [n, id] of people.entries())
      await sql("insert into \"user\" (id, name, email, updated_at) values ($1, 'Test P', $2, now())", [
        id,
        `p${n}@merge.example`,
      ]);
    const fields = fc.subarray(["name", "description", "email", "website"]);
    let run = 0;
    await fc.assert(
      fc.asyncProperty(organization, organization, fields, async (first, second, take) => {
        run += 1;
        const here = await makeJurisdiction(db, `undo-${run}`);
        const kept = await make(here, people, "Invented Family Center", first);
        const other = await make(here, people, "Invented Family Center Inc", second);
        const [pair] = await pairsOf(here, "organization");
        const before = await everything(here);
        const peopled = [first, second].every((one) => one.people.length > 0 && !one.endedSeats);
        if (peopled && (first.victims || second.victims)) {
          await expect(merge(here, pair?.id ?? "", kept, take)).rejects.toThrow("sealed_people");
          expect(await everything(here)).toEqual(before);
          return;
        }
        const id = await merge(here, pair?.id ?? "", kept, take);
        const moved = await sql("select count(*)::int n from service where organization_id = $1", [other]);
        expect(moved[0].n).toBe(0);
        const [row] = await sql("select status, victim_service_provider from organization where id = $1", [
          kept,
        ]);
        expect(row).toEqual({
          status: second.status === "active" ? "active" : first.status,
          victim_service_provider: first.victims || second.victims,
        });
        await as(here, (ctx) => undoMerge(ctx, { mergeId: id }));
        expect(await everything(here)).toEqual(before);
      }),
      { numRuns: 25 },
    );
  });
});
