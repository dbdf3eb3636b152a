import { beforeAll, describe, expect, it } from "vitest";
import { makeScopes } from "../../../tests/setup/authorization-matrix";
import { testDatabase } from "../../../tests/setup/database";
import { deskOf, send, sending } from "../../../tests/setup/referral-desk";
import { findKnownFamily } from "./index.server";

const db = await testDatabase();
const place = (await makeScopes(db)).own;
const desk = deskOf(db, place);
const found = (input: { phone?: string; caregiverName?: string }) =>
  desk.supervisor(async (ctx) => (await findKnownFamily(ctx, input)).map((family) => family.caregiverName));

beforeAll(async () => {
  const { family } = sending(place);
  for (const [caregiverName, phone] of [
    ["María José", "(410) 555-0171"],
    ["Ana_B", "410 555 0172 ext. 9"],
  ] as const)
    await send(desk, { family: { ...family, caregiverName, phone } });
});

describe("a family that is known already", () => {
  it.each(["4105550172", "+1 410\u2011555\u20110172", "(410) 555-0172 x4"])(
    "is found by %s",
    async (phone) => {
      expect(await found({ phone })).toEqual(["Ana_B"]);
    },
  );

  it.each([
    ["maria jose", ["María José"]],
    ["MARÍA JOSÉ", ["María José"]],
    ["ana_b", ["Ana_B"]],
    ["anaxb", []],
    ["an%", []],
    ["%%", []],
    ["____", []],
  ])("is found by its name as it is written, not by signs: %s", async (caregiverName, names) => {
    expect(await found({ caregiverName })).toEqual(names);
  });
});
