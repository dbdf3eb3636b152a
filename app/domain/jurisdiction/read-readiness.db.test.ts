import { beforeAll, expect, it } from "vitest";
import { makePerson, staffActor } from "../../../tests/setup/auth-people";
import { testDatabase } from "../../../tests/setup/database";
import { makeListing, makeOrganization, testClock } from "../../../tests/setup/listing-rows";
import type { Ctx } from "../kernel/context";
import { newId } from "../kernel/ids";
import { usualConsentText } from "../referrals/family/consent-words";
import { changeFacts, confirmConsentWords, readReadiness, saveBasis } from "./index.server";

const db = await testDatabase();
const here = newId();
const userId = newId();
const as = <T>(run: (ctx: Ctx) => Promise<T>): Promise<T> => {
  const actor = staffActor("jurisdiction_admin", { jurisdictionId: here }, { userId });
  return db.inTransaction({ jurisdictionId: here }, (tx) => run({ actor, tx, clock: testClock }));
};
const missing = async () =>
  Object.entries(await as(readReadiness)).flatMap(([key, done]) => (done ? [] : [key]));
const person = (
  email: string,
  role: "jurisdiction_admin" | "hotline_screener" | "provider_manager",
  organizationId?: string,
) => makePerson(db, { email, memberships: [{ jurisdictionId: here, role, organizationId }] });

beforeAll(async () => {
  await db.prisma.jurisdiction.create({ data: { id: here, slug: "empty", name: "Default" } });
  await person("first@ready.example", "jurisdiction_admin");
});

it("misses everything in an empty installation, and each thing until it is there", async () => {
  const all = [
    "named",
    "placed",
    "closedDays",
    "basis",
    "consentWords",
    "organization",
    "secondAdministrator",
    "intake",
  ];
  expect(await missing()).toEqual(all);
  const facts = {
    ...{ version: 1, name: "Harbor County", title: "Harbor", timeZone: "America/New_York" },
    ...{ supportPhone: "(410) 555-0100", textPhone: "", crisisPhone: "988", place: "21215" },
    ...{ opensAt: 8, closesAt: 17, holidays: "", federalThisYear: true, federalNextYear: false },
  };
  await as((ctx) => changeFacts(ctx, facts));
  expect(await missing()).toEqual(all.slice(3));
  const law = {
    kind: "statute" as const,
    citation: "Code 1",
    labelEn: "Law",
    labelEs: "Ley",
    namesSender: false,
  };
  await as((ctx) => saveBasis(ctx, { version: 2, ...law }));
  await as((ctx) => confirmConsentWords(ctx, { textVersion: usualConsentText.version }));
  await as((ctx) => confirmConsentWords(ctx, { textVersion: usualConsentText.version }));
  expect(await db.arrange.auditEntry.count({ where: { event: "consent_words.confirmed" } })).toBe(1);
  await expect(as((ctx) => confirmConsentWords(ctx, { textVersion: "old" }))).rejects.toThrow(
    "words_changed",
  );
  expect(await missing()).toEqual(all.slice(5));
  const organizationId = await makeOrganization(db, here, "Rosewood");
  await makeListing(db, here, { service: { name: "Circle", organizationId } });
  expect(await missing()).toEqual(all.slice(5));
  await person("lena@ready.example", "provider_manager", organizationId);
  expect(await missing()).toEqual(all.slice(6));
  await person("second@ready.example", "jurisdiction_admin");
  await person("worker@ready.example", "hotline_screener");
  expect(await missing()).toEqual([]);
});
