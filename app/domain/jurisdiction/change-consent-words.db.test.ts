import { beforeAll, expect, it } from "vitest";
import { staffActor } from "../../../tests/setup/auth-people";
import { makeScopes } from "../../../tests/setup/authorization-matrix";
import { testDatabase } from "../../../tests/setup/database";
import { deskOf, sending } from "../../../tests/setup/referral-desk";
import type { Ctx } from "../kernel/context";
import { Conflict, Invalid } from "../kernel/errors";
import { readSettings } from "../organizations/index.server";
import { agreedTo, consentAsRead } from "../referrals/family/consent-as-read";
import { type ConsentText, consentTextOf, usualConsentText } from "../referrals/family/consent-words";
import { readFamilyPage, sendReferral } from "../referrals/index.server";
import { changeConsentWords, confirmConsentWords, readReadiness, undoChange } from "./index.server";

const db = await testDatabase();
const place = (await makeScopes(db)).own;
const desk = deskOf(db, place);
const admin = <T>(run: (ctx: Ctx) => Promise<T>) =>
  desk.as(
    staffActor("jurisdiction_admin", { jurisdictionId: place.jurisdictionId }, { userId: place.userId }),
    run,
  );
const textInForce = async () => consentTextOf((await admin(readSettings)).settings);
const usual = {
  ...{ askedEn: usualConsentText.asked.en, askedEs: usualConsentText.asked.es },
  ...{ ownEn: usualConsentText.own.en, ownEs: usualConsentText.own.es },
};
const ours = { ...usual, askedEn: "May I tell {program} your {shared}, so they {way}? You may say no." };
const change = (version: number, typed: object, dryRun = false) =>
  admin((ctx) => changeConsentWords(ctx, { version, dryRun, ...usual, ...typed }));

async function sendWith(text: ConsentText, shown?: string) {
  const filled = sending(place);
  const { language: _language, ...family } = filled.family;
  const asked = {
    ...{ by: "worker" as const, text, language: "en" as const, organization: "Org a1" },
    family: {
      ...{ ...family, language: "es", contactWay: "call" as const, email: null },
      ...{ phone: "4105550142", postalCode: "21215", childAgesMonths: [36, 72] },
      caregiverName: "Marisol",
    },
  };
  const consent = agreedTo(asked, shown ?? consentAsRead(asked).wordsShown);
  return desk.screener((ctx) => sendReferral(ctx, { ...filled, consent }));
}
const kept = async (referralId: string) =>
  (
    await db.owner.query(
      "select c.text_version, c.words_shown from consent c join service_referral r on r.consent_id = c.id where r.id = $1",
      [referralId],
    )
  ).rows[0];

let first = "";
beforeAll(async () => {
  first = (await sendWith(usualConsentText)).referralId;
});

it("refuses words without a place, with a place that nobody fills, too long, or in one language alone", async () => {
  const refusals = [
    ["words_place_missing", "May I tell {program} your {shared}, so that they can get in touch?"],
    ["words_place_unknown", `${ours.askedEn} Ask {agency}.`],
    ["words_place_unknown", `${ours.askedEn} }`],
    ["too_long", ours.askedEn + " Please.".repeat(60)],
    ["too_short", "{program} {shared} {way}"],
    ["required", "  "],
  ] as const;
  for (const [code, askedEn] of refusals) {
    const refused = await change(1, { askedEn }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Invalid);
    expect(refused).toMatchObject({ fieldErrors: { askedEn: [code] } });
  }
  await expect(change(1, { ownEs: "" })).rejects.toMatchObject({ fieldErrors: { ownEs: ["required"] } });
  await expect(change(1, {})).rejects.toThrow(new Conflict("nothing_changed"));
});

it("gives new words a version, which a yes keeps with the words it was given to", async () => {
  await admin((ctx) => confirmConsentWords(ctx, { textVersion: usualConsentText.version }));
  const looked = await change(1, ours, true);
  expect(looked.map(({ field }) => field)).toEqual(["wordsVersion", "askedEn"]);
  expect(await textInForce()).toBe(usualConsentText);

  const before = usualConsentText;
  await change(1, ours);
  const text = await textInForce();
  expect(text.version).toMatch(/^\d{4}-\d\d-\d\d\.2$/);
  expect((await admin(readReadiness)).consentWords).toBe(false);
  await expect(admin((ctx) => confirmConsentWords(ctx, { textVersion: before.version }))).rejects.toThrow(
    new Conflict("words_changed"),
  );
  await admin((ctx) => confirmConsentWords(ctx, { textVersion: text.version }));
  expect((await admin(readReadiness)).consentWords).toBe(true);

  const { referralId } = await sendWith(text);
  expect(await kept(referralId)).toEqual({
    text_version: text.version,
    words_shown:
      "May I tell Org a1 your first name, phone, ZIP, language, children’s ages and what would help, so they call you? You may say no.",
  });
  expect(await kept(first)).toMatchObject({ text_version: "2026-11" });
});

it("shows a family the translation of the words that it was asked with, not of those in force by now", async () => {
  const { rows } = await db.owner.query("select household_id from service_referral where id = $1", [first]);
  const page = await desk.family(rows[0].household_id as string, readFamilyPage);
  expect(page.referrals[0]?.wordsIn?.en).toMatch(/^Is it OK if I share your/);
  const { rows: later } = await db.owner.query(
    "select r.household_id from service_referral r join consent c on c.id = r.consent_id where c.text_version <> '2026-11'",
  );
  await change(2, {});
  const again = await desk.family(later[0].household_id as string, readFamilyPage);
  expect(again.referrals[0]?.wordsIn?.en).toMatch(/^May I tell Org a1 your/);
});

it("has the usual words again, and puts the last change back, under the versions they had", async () => {
  expect(await textInForce()).toBe(usualConsentText);
  await admin((ctx) => undoChange(ctx, { version: 3 }));
  const { version, asked } = await textInForce();
  expect([version.endsWith(".2"), asked.en]).toEqual([true, ours.askedEn]);
});

it("fills each place once: a program's name is said as it is", () => {
  const words = consentAsRead({
    ...{ by: "self", text: usualConsentText, language: "en", organization: "The {way} {shared} $& House" },
    family: {
      ...{ caregiverName: "Ana", phone: null, email: null, postalCode: null, childAgesMonths: [] },
      ...{ language: "en", contactWay: "call" },
    },
  });
  expect(words.wordsShown).toContain("with The {way} {shared} $& House, so they");
});
