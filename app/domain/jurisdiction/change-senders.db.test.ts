import { beforeAll, expect, it } from "vitest";
import { staffActor } from "../../../tests/setup/auth-people";
import { testDatabase } from "../../../tests/setup/database";
import { makeJurisdiction, testClock } from "../../../tests/setup/listing-rows";
import type { Ctx } from "../kernel/context";
import { newId } from "../kernel/ids";
import { readSettings } from "../organizations/index.server";
import { changeSenders } from "./index.server";

const db = await testDatabase();
let here = "";
const as = <T>(run: (ctx: Ctx) => Promise<T>): Promise<T> => {
  const actor = staffActor("jurisdiction_admin", { jurisdictionId: here }, { userId: newId() });
  return db.inTransaction({ jurisdictionId: here }, (tx) => run({ actor, tx, clock: testClock }));
};
const none = {
  ...{ senderEn: "", senderEs: "", named: false },
  ...{ supportLineEn: "", supportLineEs: "", hotlineEn: "", hotlineEs: "" },
};
const change = (version: number, more: object) =>
  as((ctx) => changeSenders(ctx, { version, ...none, ...more }));
const senders = async () => (await as(readSettings)).settings.senders;

beforeAll(async () => {
  here = await makeJurisdiction(db, "senders");
});

it("gives the neutral name in each language, and the portal's own words again where it is emptied", async () => {
  expect(await change(1, { senderEn: " the  county line ", senderEs: "la línea" })).toEqual([
    { field: "senderEn", from: "", to: "the county line" },
    { field: "senderEs", from: "", to: "la línea" },
  ]);
  expect(await senders()).toEqual({ named: false, neutral: { en: "the county line", es: "la línea" } });
  await change(2, { senderEs: "la línea", named: true });
  expect(await senders()).toEqual({ named: true, neutral: { es: "la línea" } });
  await expect(change(3, { senderEn: "x".repeat(61) })).rejects.toMatchObject({
    fieldErrors: { senderEn: ["too_long"] },
  });
});

it("gives the lines of the desk the county's own names", async () => {
  await change(3, { hotlineEn: "Child Protection Line" });
  expect((await as(readSettings)).settings.lines).toEqual({
    support_line: {},
    hotline: { en: "Child Protection Line" },
  });
});
