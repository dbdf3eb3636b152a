import { expect, it } from "vitest";
import { testClock } from "../../../../tests/setup/listing-rows";
import { caseDesk, folderOf } from "../../../../tests/setup/case-desk";
import { testDatabase } from "../../../../tests/setup/database";
import type { Ctx } from "~/domain/kernel/context";
import { getPublishedListings, readProgram } from "~/domain/directory/index.server";

const db = await testDatabase();

it("shows a program with its listings, and the day on which its fidelity was reviewed", async () => {
  const desk = await caseDesk(db, "programs");
  await desk.take(
    await folderOf({
      "organizations.csv": "id,name,description\no1,Quayside Family Trust,Helps\n",
      "programs.csv": "id,organization_id,name,description\ng1,o1,Ruff Families,Three ways to take part\n",
      "services.csv":
        "id,organization_id,program_id,name,status,fidelity_reviewed_on\ns1,o1,g1,Ruff Visits,active,2026-05-04\ns2,o1,g1,Ruff Groups,active,\ns3,o1,g1,Ruff Gone,inactive,\ns4,o1,,Dunlin,active,\n",
    }),
  );
  const [{ id: programId = "" } = {}] = await desk.rows<{ id: string }>(
    "select id from program where jurisdiction_id = $1",
  );
  const asAnyone = <T>(run: (ctx: Ctx) => Promise<T>) =>
    db.inTransaction({ jurisdictionId: desk.here }, (tx) =>
      run({ actor: { kind: "public", jurisdictionId: desk.here }, tx, clock: testClock }),
    );
  const program = await asAnyone((ctx) => readProgram(ctx, { id: programId }));
  expect(program).toMatchObject({ name: "Ruff Families", description: "Three ways to take part" });
  expect(program?.listings.map(({ card }) => card.name).toSorted()).toEqual(["Ruff Groups", "Ruff Visits"]);
  const { results } = await desk.find({});
  const idOf = (name: string) => results.find(({ card }) => card.name === name)?.serviceId ?? "";
  expect((await asAnyone((ctx) => readProgram(ctx, { serviceId: idOf("Ruff Visits") })))?.id).toBe(programId);
  expect(await asAnyone((ctx) => readProgram(ctx, { serviceId: idOf("Dunlin") }))).toBeNull();
  const [visits] = await asAnyone((ctx) => getPublishedListings(ctx, { serviceIds: [idOf("Ruff Visits")] }));
  expect(visits?.details.fidelityReviewedOn).toBe("2026-05-04");
});
