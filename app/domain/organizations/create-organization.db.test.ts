import { beforeAll, expect, it } from "vitest";
import { staffActor } from "../../../tests/setup/auth-people";
import { testDatabase } from "../../../tests/setup/database";
import { makeJurisdiction, testClock } from "../../../tests/setup/listing-rows";
import type { Ctx } from "../kernel/context";
import { createOrganization } from "./index.server";

const db = await testDatabase();
let here = "";
let there = "";
const as = <T>(run: (ctx: Ctx) => Promise<T>, jurisdictionId = here): Promise<T> => {
  const actor = staffActor("jurisdiction_admin", { jurisdictionId });
  return db.inTransaction({ jurisdictionId }, (tx) => run({ actor, tx, clock: testClock }));
};

beforeAll(async () => {
  here = await makeJurisdiction(db, "add-here");
  there = await makeJurisdiction(db, "add-there");
});

it("adds an organization once in a jurisdiction, whatever case its name is typed in", async () => {
  const id = await as((ctx) => createOrganization(ctx, { name: "Rosewood Center", part2Program: true }));
  expect(await db.arrange.organization.findUnique({ where: { id } })).toMatchObject({
    ...{ name: "Rosewood Center", status: "active", part2Program: true, victimServiceProvider: false },
  });
  await expect(as((ctx) => createOrganization(ctx, { name: " rosewood CENTER " }))).rejects.toMatchObject({
    fieldErrors: { name: ["name_taken"] },
  });
  await as((ctx) => createOrganization(ctx, { name: "Rosewood Center" }), there);
});

it.each([
  [{ name: "  " }, { name: ["required"] }],
  [{ name: "Valid", email: "nobody" }, { email: ["email"] }],
])("refuses %o", async (input, fieldErrors) => {
  await expect(as((ctx) => createOrganization(ctx, input))).rejects.toMatchObject({ fieldErrors });
});
