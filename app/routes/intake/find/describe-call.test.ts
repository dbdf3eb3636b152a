import { expect, it } from "vitest";
import { emptyCriteria } from "~/domain/directory/search/search-criteria";
import type { CallFamily, CallView } from "~/domain/households/call-views";
import { familyKnown } from "./describe-call.server";

const family: CallFamily = {
  householdId: "h",
  caregiverName: "Marisol",
  phone: "(410) 555-0142",
  email: null,
  contactWay: "call",
  messageOk: false,
  bestTimes: null,
  language: "en",
  interpreter: false,
  postalCode: "21215",
  childAgesMonths: [36],
};
const call = (known: CallFamily | null): CallView => ({
  id: "c",
  line: "support_line",
  caller: "family",
  screeningDecision: null,
  intakeKey: null,
  searchLine: "",
  criteria: {},
  draft: {},
  keptServiceIds: [],
  startedAt: new Date(0),
  endedAt: null,
  family: known,
});
const place = { kind: "zip" as const, code: "21224", label: "21224", latitude: 39.3, longitude: -76.6 };
const search = { ...emptyCriteria, place } as typeof emptyCriteria;

it("takes the searched ZIP for the family's only while the family's own is not known", () => {
  expect(familyKnown(call(null), search).postalCode).toBe("21224");
  expect(familyKnown(call(family), search).postalCode).toBe("21215");
  expect(familyKnown(call({ ...family, postalCode: null }), search).postalCode).toBe("21224");
});
