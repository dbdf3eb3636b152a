import { beforeAll, expect, it } from "vitest";
import { makeScopes, type Place } from "../../../tests/setup/authorization-matrix";
import { staffActor } from "../../../tests/setup/auth-people";
import { testDatabase } from "../../../tests/setup/database";
import { insertReferral } from "../../../tests/setup/insert-referral";
import { testClock } from "../../../tests/setup/listing-rows";
import type { Ctx } from "../kernel/context";
import { listBases, readOwnJurisdiction, saveBasis, settleBasis, undoChange } from "./index.server";

const db = await testDatabase();
let place: Place;
let version = 1;
const as = async <T>(run: (ctx: Ctx) => Promise<T>): Promise<T> => {
  const { jurisdictionId, userId } = place;
  const actor = staffActor("jurisdiction_admin", { jurisdictionId }, { userId });
  const done = await db.inTransaction({ jurisdictionId }, (tx) => run({ actor, tx, clock: testClock }));
  version = (await db.arrange.jurisdiction.findUniqueOrThrow({ where: { id: jurisdictionId } }))
    .settingsVersion;
  return done;
};
const law = {
  ...{ kind: "statute" as const, citation: "Family Code 1.2", namesSender: false },
  ...{ labelEn: "Community law", labelEs: "Ley comunitaria" },
};
const save = (more: object) => as((ctx) => saveBasis(ctx, { version, ...law, ...more }));
const settle = (key: string, act: "end" | "restore" | "remove") =>
  as((ctx) => settleBasis(ctx, { version, key, act }));

beforeAll(async () => {
  place = (await makeScopes(db)).own;
  await db.arrange.jurisdiction.update({ where: { id: place.jurisdictionId }, data: { settings: {} } });
});

it("adds a basis that is in use, once, and counts what stands on it", async () => {
  expect(await save({ dryRun: true })).toContainEqual({
    ...{ field: "basis.community_law.citation", from: "", to: "Family Code 1.2" },
  });
  await save({});
  expect(await as(listBases)).toMatchObject([{ key: "community_law", ended: false, referrals: 0 }]);
  await expect(save({ labelEn: "The same" })).rejects.toMatchObject({
    fieldErrors: { citation: ["basis_twice"] },
  });
  const { referralId: id } = await insertReferral(db.owner, place, "sent");
  const stands = { basisKind: "statute" as const, basisCitation: "Family Code 1.2" };
  await db.arrange.serviceReferral.update({ where: { id }, data: stands });
  expect(await as(listBases)).toMatchObject([{ referrals: 1 }]);
});

it("keeps the ground of what a referral stands on: the words change, the citation and the basis stay", async () => {
  const key = "community_law";
  await save({ key, labelEn: "Community response law" });
  await expect(save({ key, citation: "Another" })).rejects.toMatchObject({
    fieldErrors: { citation: ["basis_stands"] },
  });
  await expect(settle(key, "remove")).rejects.toThrow("basis_stands");
  await settle(key, "end");
  expect(await as(listBases)).toMatchObject([{ key, ended: true, label: { en: "Community response law" } }]);
  await settle(key, "restore");
  expect(await as(listBases)).toMatchObject([{ ended: false }]);
  await expect(settle("no_such", "end")).rejects.toMatchObject({ code: "not_found" });
});

it("removes what nothing stands on, and does not put back a change under a referral", async () => {
  await save({ labelEn: "Agreement", kind: "mou", citation: "File 7" });
  await settle("agreement", "remove");
  await save({ labelEn: "Order", kind: "court_order", citation: "Order 9" });
  const { referralId: id } = await insertReferral(db.owner, place, "sent");
  const stands = { basisKind: "court_order" as const, basisCitation: "Order 9" };
  await db.arrange.serviceReferral.update({ where: { id }, data: stands });
  await expect(as((ctx) => undoChange(ctx, { version }))).rejects.toThrow("basis_stands");
  expect((await as(readOwnJurisdiction)).settings.disclosureBases.map(({ key }) => key)).toEqual([
    "community_law",
    "order",
  ]);
});
