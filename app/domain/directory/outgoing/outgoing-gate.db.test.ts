import { beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "../../../../tests/setup/database";
import { asSystem, makeJurisdiction } from "../../../../tests/setup/listing-rows";
import { makeWholeDirectory } from "../../../../tests/setup/whole-directory";
import { whereFor } from "../../kernel/index.server";
import { gatedParents, gateOf, toldLocation } from "./outgoing-gate";

const db = await testDatabase();
let harbor = "";
beforeAll(async () => {
  harbor = await makeJurisdiction(db, "harbor");
  await makeWholeDirectory(db.owner, harbor);
});

describe("the gate of what may leave", () => {
  it.each([
    ...gatedParents.map((table) => [table, `${table}_leaves`, gateOf(table)("t")]),
    ["location", "location_told", toldLocation("t")],
  ])("says for %s what %s says", async (table, name, gate) => {
    const rows = await asSystem(db, harbor, (ctx) =>
      ctx.tx.$queryRawUnsafe<{ gate: boolean; asked: boolean }[]>(
        `select (${gate}) as gate, ${name}(t.id) as asked from ${table} t`,
      ),
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter((row) => Boolean(row.gate) !== row.asked)).toEqual([]);
  });

  it("lets the listings through that the policy lets be harvested", async () => {
    const actor = { kind: "public" as const, jurisdictionId: harbor };
    const [byPolicy, bySql] = await asSystem(db, harbor, async (ctx) => [
      await ctx.tx.service.findMany({
        where: whereFor({ actor }, "harvest", "Service"),
        select: { id: true },
      }),
      await ctx.tx.$queryRawUnsafe<{ id: string }[]>(
        `select id from service t where ${gateOf("service")("t")}`,
      ),
    ]);
    expect(byPolicy!.map((row) => row.id).toSorted()).toEqual(bySql!.map((row) => row.id).toSorted());
  });
});
