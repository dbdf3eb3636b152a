import { expect, it } from "vitest";
import { staffActor } from "../../../../tests/setup/auth-people";
import { testDatabase } from "../../../../tests/setup/database";
import {
  makeJurisdiction,
  makeListing,
  makeOrganization,
  testClock,
} from "../../../../tests/setup/listing-rows";
import type { Role } from "../../kernel/actor";
import type { Ctx } from "../../kernel/context";
import { newId } from "../../kernel/ids";
import { listProgramFunding, readProgramEffect } from "../index.server";

const db = await testDatabase();

it("tells a manager who pays for each published program, and a screener what it works on", async () => {
  const here = await makeJurisdiction(db, "funding");
  const mine = await makeOrganization(db, here, "Rosewood");
  const as = <T>(role: Role, run: (ctx: Ctx) => Promise<T>): Promise<T> =>
    db.inTransaction({ jurisdictionId: here }, (tx) =>
      run({ actor: staffActor(role, { jurisdictionId: here }), tx, clock: testClock }),
    );
  const works = { protectiveFactors: ["social_connections"], desiredOutcomes: ["safe_at_home"] };
  const id = await makeListing(db, here, { service: { name: "Story Time", organizationId: mine, ...works } });
  await makeListing(db, here, { service: { name: "Draft", organizationId: mine, listingState: "draft" } });
  const pay = (code: string | null, source: string | null) =>
    db.owner.query(
      "insert into funding (id, jurisdiction_id, service_id, code, funding_source) values ($1, $2, $3, $4, $5)",
      [newId(), here, id, code, source],
    );
  await pay("CBCAP", "CBCAP");
  await pay(null, "A bake sale");
  const { rows, total } = await as("program_manager", (ctx) => listProgramFunding(ctx));
  expect(total).toBe(1);
  expect(rows).toMatchObject([
    { id, organizationName: "Rosewood", funding: ["CBCAP", "A bake sale"], ...works },
  ]);
  expect(await as("hotline_screener", (ctx) => readProgramEffect(ctx, { id }))).toEqual(works);
  await expect(as("program_manager", (ctx) => readProgramEffect(ctx, { id }))).rejects.toMatchObject({
    code: "forbidden",
  });
});
