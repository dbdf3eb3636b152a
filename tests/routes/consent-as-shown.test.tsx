import { randomUUID } from "node:crypto";
import type { ActionFunction, LoaderFunction } from "@remix-run/node";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, describe, expect, it } from "vitest";
import { writeSearchRows } from "../../app/domain/directory/search-index/write-search-rows.server";
import { emptyCriteria } from "../../app/domain/directory/search/search-criteria";
import { openCall, saveCallSearch } from "../../app/domain/households/index.server";
import { writeFamilyLink } from "../../app/domain/households/write-family-link.server";
import { type Asked, wordsToRead } from "../../app/domain/referrals/family/consent-as-read";
import { type ConsentLanguage, usualConsentText } from "../../app/domain/referrals/family/consent-words";
import { sendOutreachReferral } from "../../app/domain/referrals/index.server";
import { action as yesAction, loader as yesLoader } from "../../app/routes/intake/family-answer";
import { AskBeforeSharing } from "../../app/routes/intake/find/ask-before-sharing";
import { keptSearch } from "../../app/routes/intake/find/find-facts.server";
import type { LoadedFind } from "../../app/routes/intake/find/load-find.server";
import { ReadAloud } from "../../app/routes/intake/find/read-aloud";
import { action as referAction, loader as referLoader } from "../../app/routes/intake/refer";
import { action as pageAction, loader as pageLoader } from "../../app/routes/family/my";
import type { FamilyView } from "../../app/routes/family/view";
import { action as askAction } from "../../app/routes/public/ask";
import { staffActor } from "../setup/auth-people";
import { makeScopes } from "../setup/authorization-matrix";
import { testDatabase } from "../setup/database";
import { signedInAs } from "../setup/desk-session";
import { deskOf } from "../setup/referral-desk";

const db = await testDatabase();
const { own: place } = await makeScopes(db);
const desk = deskOf(db, place);
const context = signedInAs(staffActor("community_navigator", place, { userId: place.userId }));
let slug = "";

beforeAll(async () => {
  await db.owner.query(
    "update jurisdiction set created_at = '2000-01-01', settings = settings || $2 where id = $1",
    [
      place.jurisdictionId,
      { disclosureBases: [{ key: "law", citation: "Test Code 1", kind: "statute", label: { en: "Test" } }] },
    ],
  );
  const { rows } = await db.owner.query(
    "update service set accepts_self_referral = true, assured_at = now(), need_codes = '{food}', staff_languages = '{}' where id = $1 returning slug",
    [place.serviceId],
  );
  slug = rows[0].slug as string;
  await desk.system((ctx) => writeSearchRows(ctx, [place.serviceId]));
});

type Fields = Record<string, string>;
const act = async (action: unknown, params: Record<string, string>, fields: Fields) => {
  const request = new Request("http://localhost/", { method: "POST", body: new URLSearchParams(fields) });
  return (action as ActionFunction)({ request, params, context });
};
/** What a page gets, without the headers that may go with it. */
const dataOf = (answer: unknown): unknown =>
  typeof answer === "object" && answer !== null && "data" in answer ? answer.data : answer;
const look = async <T,>(loader: unknown, params: Record<string, string>): Promise<T> =>
  dataOf(
    await (loader as LoaderFunction)({ request: new Request("http://localhost/"), params, context }),
  ) as T;
const unescaped = (html: string) =>
  html.replaceAll("&#x27;", "'").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
/** What a person reads in a panel, and what its form sends back. */
const drawn = (panel: React.ReactElement) => {
  const html = renderToStaticMarkup(panel);
  const find = (pattern: RegExp) => unescaped(pattern.exec(html)?.[1] ?? "");
  return {
    read: (language: ConsentLanguage) =>
      find(new RegExp(`<blockquote data-say="${language}"[^>]*>([^<]*)</blockquote>`)),
    sent: {
      wordsEn: find(/name="wordsEn" value="([^"]*)"/),
      wordsEs: find(/name="wordsEs" value="([^"]*)"/),
    },
  };
};
const kept = async () => {
  const { rows } = await db.owner.query(
    "select words_shown, language, method::text, text_version, through_interpreter, data_classes from consent order by id",
  );
  await db.owner.query("update service_referral set consent_id = null");
  await db.owner.query("delete from consent_event");
  await db.owner.query("delete from consent");
  return rows;
};
const everyClass = ["name", "phone", "postal_code", "language", "child_ages", "needs"];
const stored = (words: string, language: string, more: object = {}) => [
  {
    ...{ words_shown: words, language, method: "verbal", text_version: "2026-11" },
    ...{ through_interpreter: false, data_classes: everyClass, ...more },
  },
];

describe.each(["en", "es"] as const)("a yes in %s", (language) => {
  describe.each([
    ["in the family's own language", language, false],
    ["through an interpreter", "vi", true],
  ])("%s", (_how, spoken, through_interpreter) => {
    it("is kept as it was read on a call", async () => {
      const { callId } = await desk.navigator((ctx) => openCall(ctx, { line: "support_line" }));
      const zip = { kind: "zip" as const, code: "21215", label: "21215", latitude: 39.34, longitude: -76.68 };
      const criteria = keptSearch(
        {
          ...{ ...emptyCriteria, needs: ["food"], place: { ...zip, countyFips: "24510" } },
          ...{ languages: [spoken], childAgesMonths: [36] },
        },
        [],
        null,
      );
      await desk.navigator((ctx) => saveCallSearch(ctx, { callId, searchLine: "food", criteria }));
      const params = { id: callId, program: slug };
      const { panel } = await look<LoadedFind>(referLoader, params);
      if (!panel) throw new Error("no panel");
      const filled = { name: "Maria", phone: true, way: "text" };
      const { read, sent } = drawn(<AskBeforeSharing panel={panel} filled={filled} focus={false} />);
      expect(read(language)).toMatch(/children’s ages|edades de sus niños/);
      const form = {
        ...{ intent: "send", formKey: panel.formKey, answer: "yes", script: language, way: "text" },
        ...{ name: "Maria", phone: "(410) 555-0142", help: "", ...sent },
        ...{ postalCode: "21215", language: spoken, age: "36" },
        duplicateReason: "Another family",
      };
      expect(panel.known).toEqual({
        ...{ postalCode: "21215", language: spoken, interpreter: false, childAgesMonths: [36] },
      });
      // The worker took the number out after the words were read: nobody said yes to what would be sent now.
      const refused = await act(referAction, params, { ...form, way: "will_call", phone: "" });
      expect(refused).toMatchObject({ data: { errors: { answer: ["words_changed"] } } });
      expect(await kept()).toEqual([]);
      const answer = (await act(referAction, params, form)) as Response;
      expect(answer.headers.get("Location")).toContain("done=sent");
      expect(await kept()).toEqual(stored(read(language), language, { through_interpreter }));
    });

    it("is kept as it was read to a family that was reached out to", async () => {
      const family = {
        ...{ caregiverName: "Celia", phone: "4105550143", email: null, contactWay: "call" as const },
        ...{ language: spoken, childAgesMonths: [20] },
      };
      const { referralId } = await desk.navigator((ctx) =>
        sendOutreachReferral(ctx, {
          ...{ formKey: randomUUID(), serviceId: place.serviceId, family, basisKey: "law" },
          duplicateReason: "Another family",
        }),
      );
      const params = { id: referralId };
      type Asking = { asked: Asked["family"]; organization: string; version: number };
      const { asked, organization, version } = await look<Asking>(yesLoader, params);
      const asking = { by: "worker" as const, text: usualConsentText, organization };
      const before = wordsToRead({ ...asking, family: asked });
      // As the page does when a ZIP is typed: the words name it.
      const words = wordsToRead({ ...asking, family: { ...asked, postalCode: "21215" } });
      const { read, sent } = drawn(<ReadAloud title="" words={words} script={language} />);
      const given = { postalCode: "21215", script: language, ...sent };
      const form = { intent: "yes", version: String(version), saidYes: "on", ...given };
      const refused = await act(yesAction, params, { ...form, wordsEn: before.en, wordsEs: before.es });
      expect(refused).toMatchObject({ data: { errors: { saidYes: ["words_changed"] } } });
      expect(((await act(yesAction, params, form)) as Response).status).toBe(303);
      expect(await kept()).toEqual(stored(read(language), language, { through_interpreter }));
    });

    it("is kept as it stood on the family's page, ZIP and all", async () => {
      const family = {
        ...{ caregiverName: "Rosa", phone: "4105550144", email: null, contactWay: "will_call" as const },
        ...{ language: spoken, childAgesMonths: [8] },
      };
      const { referralId, householdId } = await desk.navigator((ctx) =>
        sendOutreachReferral(ctx, {
          ...{ formKey: randomUUID(), serviceId: place.serviceId, family, basisKey: "law" },
          duplicateReason: "Another family",
        }),
      );
      await db.owner.query("update household set postal_code = '21215' where id = $1", [householdId]);
      const { token } = await desk.system((ctx) => writeFamilyLink(ctx, { householdId, referralId }));
      const params = { lang: language, token };
      const { view } = await look<{ view: FamilyView }>(pageLoader, params);
      const [offer] = view.referrals;
      const wordsShown = offer?.ask ?? "";
      expect(wordsShown).toMatch(/ZIP|código postal/);
      const form = { intent: "accept", referralId, version: String(offer?.version), wordsShown };
      await db.owner.query("update household set postal_code = null where id = $1", [householdId]);
      expect(await act(pageAction, params, form)).toMatchObject({
        data: { errors: { wordsShown: ["words_changed"] } },
      });
      await db.owner.query("update household set postal_code = '21215' where id = $1", [householdId]);
      expect(((await act(pageAction, params, form)) as Response).status).toBe(303);
      expect(await kept()).toEqual(stored(wordsShown, language, { method: "e_sign" }));
    });

    it("is kept as it stood where a family asks by itself", async () => {
      const answers = {
        ...{
          formKey: randomUUID(),
          caregiverName: "Ana",
          contactWay: "text",
          phone: `410${Math.floor(2_000_000 + Math.random() * 7_000_000)}`,
          email: "",
        },
        ...{ messageOk: "yes", language: spoken, ages: "3", postalCode: "21215", whatWouldHelp: "" },
      };
      const params = { lang: language, slug };
      type Check = { wordsShown: string };
      const { wordsShown } = (await act(askAction, params, { ...answers, intent: "check" })) as Check;
      const send = (words: string) =>
        act(askAction, params, { ...answers, intent: "send", wordsShown: words });
      expect(await send("I say yes.")).toMatchObject({ step: "check", changed: true });
      expect(dataOf(await send(wordsShown))).toMatchObject({ step: "done" });
      expect(await kept()).toEqual(stored(wordsShown, language, { method: "e_sign" }));
    });
  });
});
