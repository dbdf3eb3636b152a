import { beforeAll, expect, it } from "vitest";
import { staffActor } from "../../../tests/setup/auth-people";
import { testDatabase } from "../../../tests/setup/database";
import { makeJurisdiction, testClock } from "../../../tests/setup/listing-rows";
import type { Ctx } from "../kernel/context";
import { Invalid } from "../kernel/errors";
import { newId } from "../kernel/ids";
import { readSettings } from "../organizations/index.server";
import { changeRecords, readOwnJurisdiction, undoChange } from "./index.server";
import { typedNumbersOf, usualRecordsNumbers } from "./records-numbers";

const db = await testDatabase();
let here = "";
const as = <T>(run: (ctx: Ctx) => Promise<T>): Promise<T> => {
  const actor = staffActor("jurisdiction_admin", { jurisdictionId: here }, { userId: newId() });
  return db.inTransaction({ jurisdictionId: here }, (tx) => run({ actor, tx, clock: testClock }));
};
const stored = { records: { jumps: { idsMetCsv: 0.61234 } }, kept: "as it is" };
const change = (version: number, numbers: Record<string, string>, place = { state: "", county: "" }) =>
  as(async (ctx) => {
    const { settings } = await readSettings(ctx);
    const now = typedNumbersOf(settings.records);
    return changeRecords(ctx, { version, ...place, numbers: { ...now, ...numbers } });
  });
const refusal = async (numbers: Record<string, string>, place?: { state: string; county: string }) => {
  const error: unknown = await change(1, numbers, place).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return error instanceof Invalid ? error.fieldErrors : error;
};

beforeAll(async () => {
  here = await makeJurisdiction(db, "records");
  await db.arrange.jurisdiction.update({ where: { id: here }, data: { settings: stored } });
});

it("says what is wrong, each at its own field", async () => {
  expect(await refusal({ rowsFall: "a lot", leastRows: "2.5", idsMetNcands: "101" })).toEqual({
    "numbers.rowsFall": ["percentage"],
    "numbers.leastRows": ["whole_number"],
    "numbers.idsMetNcands": ["bounds"],
  });
  expect(await refusal({}, { state: "Maryland", county: "51" })).toEqual({
    state: ["state_letters"],
    county: ["county_digits"],
  });
  expect(await refusal({}, { state: "", county: "510" })).toEqual({ state: ["state_of_county"] });
  await expect(change(1, {})).rejects.toThrow("nothing_changed");
});

it("stores what changed alone, as the import reads it, with its version and audit, and puts it back", async () => {
  const typed = { rowsFall: "12,5", idsMetNcands: "2", unsubstantiated: "1825" };
  const { changes, kept } = await change(1, typed, { state: "md", county: "510" });
  expect(changes).toEqual([
    { field: "records.state", from: "", to: "MD" },
    { field: "records.county", from: "", to: "510" },
    { field: "records.rowsFall", from: "20%", to: "12.5%" },
    { field: "records.idsMetNcands", from: "1%", to: "2%" },
    { field: "records.unsubstantiated", from: "0", to: "1825" },
  ]);
  expect(kept).toEqual({ unsubstantiated: 1825, substantiated: 0 });
  expect((await as(readOwnJurisdiction)).kept.settings).toEqual({
    records: {
      ...{ state: "MD", county: "510", kept: { unsubstantiated: 1825 } },
      jumps: { idsMetCsv: 0.61234, rowsFall: 0.125, idsMetNcands: 0.02 },
    },
    kept: "as it is",
  });
  await expect(change(1, { rowsFall: "30" })).rejects.toThrow("jurisdiction_changed");
  const audits = await db.arrange.auditEntry.findMany({ where: { jurisdictionId: here } });
  expect(audits.map(({ event }) => event)).toEqual(["jurisdiction.records_changed"]);
  expect(audits[0]?.reason).toContain("records.rowsFall: 20% -> 12.5%");
  await as((ctx) => undoChange(ctx, { version: 2 }));
  expect((await as(readOwnJurisdiction)).kept.settings).toEqual(stored);
});

it("begins with the portal's own numbers", () =>
  expect(usualRecordsNumbers).toEqual({
    ...{ rowsFall: "20", rowsRise: "100", completenessFall: "20", leastRows: "50" },
    ...{ idsMetCsv: "60", idsMetAfcars: "60", idsMetNcands: "1", unsubstantiated: "0", substantiated: "0" },
  }));
