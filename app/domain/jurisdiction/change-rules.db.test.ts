import { beforeAll, expect, it } from "vitest";
import { staffActor } from "../../../tests/setup/auth-people";
import { testDatabase } from "../../../tests/setup/database";
import { makeJurisdiction, testClock } from "../../../tests/setup/listing-rows";
import type { Ctx } from "../kernel/context";
import { newId } from "../kernel/ids";
import { readSettings } from "../organizations/index.server";
import { changeRules, readOwnJurisdiction, undoChange } from "./index.server";
import { usualNumbers } from "./rule-numbers";

const db = await testDatabase();
let here = "";
const as = <T>(run: (ctx: Ctx) => Promise<T>): Promise<T> => {
  const actor = staffActor("jurisdiction_admin", { jurisdictionId: here }, { userId: newId() });
  return db.inTransaction({ jurisdictionId: here }, (tx) => run({ actor, tx, clock: testClock }));
};
const usual = Object.fromEntries(Object.entries(usualNumbers).map(([name, value]) => [name, String(value)]));
const change = (version: number, numbers: Record<string, string>, reviewNewListings = false) =>
  as((ctx) => changeRules(ctx, { version, numbers: { ...usual, ...numbers }, reviewNewListings }));

beforeAll(async () => {
  here = await makeJurisdiction(db, "rules");
  const settings = { clocks: { answer: { urgent: 1, standard: 4 } }, kept: "as it is" };
  await db.arrange.jurisdiction.update({ where: { id: here }, data: { settings } });
});

it("sets what changed and leaves the rest as it is stored", async () => {
  const changes = await change(1, { answerStandard: "3", outreachStandard: "4", tries: "5" }, true);
  expect(changes).toEqual([
    { field: "answerStandard", from: "4", to: "3" },
    { field: "outreachStandard", from: "2", to: "4" },
    { field: "tries", from: "3", to: "5" },
    { field: "reviewNewListings", from: "no", to: "yes" },
  ]);
  const { settings } = await as(readSettings);
  expect(settings.clocks.answer).toEqual({ urgent: 1, standard: 3 });
  expect(settings.clocks.outreach).toEqual({ urgent: 1, standard: 4 });
  expect(settings.attemptRule).toEqual({ tries: 5, ways: 2, timesOfDay: 2, overDays: 7 });
  expect((await as(readOwnJurisdiction)).kept.settings).toEqual({
    clocks: { answer: { urgent: 1, standard: 3 }, outreach: { standard: 4 } },
    attemptRule: { tries: 5 },
    kept: "as it is",
    reviewNewListings: true,
  });
  expect(await db.arrange.auditEntry.findMany({ where: { jurisdictionId: here } })).toMatchObject([
    {
      event: "jurisdiction.rules_changed",
      fields: ["answerStandard", "outreachStandard", "tries", "reviewNewListings"],
    },
  ]);
  await as((ctx) => undoChange(ctx, { version: 2 }));
  expect((await as(readSettings)).settings.clocks.answer.standard).toBe(4);
});

it.each([
  [{ answerStandard: "0" }, { "numbers.answerStandard": ["bounds"] }],
  [{ answerGrace: "11" }, { "numbers.answerGrace": ["bounds"] }],
  [{ reopen: "soon" }, { "numbers.reopen": ["whole_number"] }],
  [{ overDays: "1.5" }, { "numbers.overDays": ["whole_number"] }],
  [{ answerUrgent: "3" }, { "numbers.answerUrgent": ["urgent_longer"] }],
  [{ tries: "1", timesOfDay: "1" }, { "numbers.ways": ["more_than_tries"] }],
  [{ consent: "400" }, { "numbers.consent": ["bounds"] }],
])("refuses %o", async (numbers, fieldErrors) => {
  await expect(change(3, numbers)).rejects.toMatchObject({ fieldErrors });
});
