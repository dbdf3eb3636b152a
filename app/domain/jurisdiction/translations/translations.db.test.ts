import { beforeAll, describe, expect, it } from "vitest";
import { staffActor } from "../../../../tests/setup/auth-people";
import { testDatabase } from "../../../../tests/setup/database";
import { makeJurisdiction, testClock } from "../../../../tests/setup/listing-rows";
import { changeNeed, changeSituation, endArea, saveArea } from "../../directory/index.server";
import type { Ctx } from "../../kernel/context";
import { newId } from "../../kernel/ids";
import {
  applyTranslations,
  changeSenders,
  listTranslations,
  readOwnJurisdiction,
  readTranslations,
  saveBasis,
  saveTranslation,
} from "../index.server";
import { countTranslated, missingFirst, stateOf } from "./translation";

const db = await testDatabase();
const userId = newId();
let here = "";
let hill = "";
const admin = <T>(run: (ctx: Ctx) => Promise<T>): Promise<T> => {
  const actor = staffActor("jurisdiction_admin", { jurisdictionId: here }, { userId });
  return db.inTransaction({ jurisdictionId: here }, (tx) => run({ actor, tx, clock: testClock }));
};
const states = async () =>
  Object.fromEntries((await admin(listTranslations)).map((row) => [row.key, stateOf(row)]));
const row = async (key: string) => (await admin(listTranslations)).find((one) => one.key === key);
const events = async () =>
  (await db.arrange.auditEntry.findMany({ where: { jurisdictionId: here } })).map(({ event }) => event);

beforeAll(async () => {
  here = await makeJurisdiction(db, "translations-here");
  await admin((ctx) =>
    changeNeed(ctx, { code: "food", version: 0, nameEn: "Groceries", synonymsEn: "pantry" }),
  );
  hill = (await admin((ctx) => saveArea(ctx, { id: "", version: 0, nameEn: "Hill", zips: "21225" }))).id;
  const lines = { supportLineEn: "", supportLineEs: "Línea de aquí", hotlineEn: "", hotlineEs: "" };
  await admin((ctx) =>
    changeSenders(ctx, { version: 1, named: false, senderEn: "Harbor", senderEs: "Harbor", ...lines }),
  );
  const basis = {
    key: "",
    kind: "mou" as const,
    citation: "File 7",
    labelEn: "Agreement",
    labelEs: "Acuerdo",
  };
  await admin((ctx) => saveBasis(ctx, { version: 2, namesSender: false, ...basis }));
});

describe("words in both languages", () => {
  it("are those that the jurisdiction has written, what is missing first", async () => {
    const all = await admin(listTranslations);
    expect(await states()).toEqual({
      "need:food": "missing_es",
      [`area:${hill}`]: "missing_es",
      "basis:agreement": "complete",
      "sender:neutral": "same",
      "line:support_line": "missing_en",
      "consent:asked": "complete",
      "consent:own": "complete",
      "county:name": "one",
      "county:title": "one",
    });
    expect(countTranslated(all)).toEqual({ both: 4, total: 7 });
    expect(missingFirst(all).map(stateOf).slice(0, 4)).toEqual([
      "missing_es",
      "missing_es",
      "missing_en",
      "same",
    ]);
  });

  it("are written through what owns them, at the version that was read", async () => {
    const food = { key: "need:food", version: 1, language: "es" as const, words: "Despensa" };
    await admin((ctx) => saveTranslation(ctx, food));
    expect(await row("need:food")).toMatchObject({ english: "Groceries", spanish: "Despensa", version: 2 });
    const entry = await db.arrange.codeListEntry.findFirstOrThrow({ where: { jurisdictionId: here } });
    expect(entry.synonymsEn).toEqual(["pantry"]);
    await expect(admin((ctx) => saveTranslation(ctx, food))).rejects.toThrow("translation_changed");
    const own = { key: "consent:asked", version: 3, language: "es" as const, words: "Otras palabras" };
    await expect(admin((ctx) => saveTranslation(ctx, own))).rejects.toMatchObject({ code: "not_found" });
    const long = { key: "sender:neutral", version: 3, language: "es" as const, words: "x".repeat(61) };
    await expect(admin((ctx) => saveTranslation(ctx, long))).rejects.toMatchObject({
      fieldErrors: { words: ["too_long"] },
    });
    expect((await events()).filter((event) => event === "need.changed")).toHaveLength(2);
  });

  it("come back from a file: looked at first, refused by line, then all at once", async () => {
    const rows = [
      { line: 2, key: `area:${hill}`, english: "Hill", spanish: "Colina" },
      { line: 3, key: "line:support_line", english: "Line here", spanish: "" },
      { line: 4, key: "sender:neutral", english: "Harbor", spanish: "el puerto" },
      { line: 5, key: "basis:agreement", english: "Agreement", spanish: "Acuerdo" },
      { line: 6, key: "need:nothing", english: "a", spanish: "b" },
      { line: 7, key: "consent:own", english: "a", spanish: "b" },
      { line: 8, key: "need:food", english: "x".repeat(81), spanish: "" },
      { line: 9, key: "sender:neutral", english: "twice", spanish: "" },
    ];
    const read = await admin((ctx) => readTranslations(ctx, { rows }));
    expect(read.faults).toEqual([
      { line: 6, key: "need:nothing", code: "unknown_key" },
      { line: 7, key: "consent:own", code: "own_page" },
      { line: 8, key: "need:food", code: "too_long" },
      { line: 9, key: "sender:neutral", code: "twice" },
    ]);
    expect(read.unchanged).toBe(1);
    expect(read.changes.map(({ fromSpanish, spanish }) => [fromSpanish, spanish])).toEqual([
      ["", "Colina"],
      ["Línea de aquí", "Línea de aquí"],
      ["Harbor", "el puerto"],
    ]);
    expect((await row(`area:${hill}`))?.spanish).toBe("");
    expect(await admin((ctx) => applyTranslations(ctx, { changes: read.changes }))).toBe(3);
    expect((await admin(readOwnJurisdiction)).version).toBe(4);
    expect(countTranslated(await admin(listTranslations))).toEqual({ both: 7, total: 7 });
    expect((await events()).filter((event) => event.endsWith("senders_changed"))).toHaveLength(2);
    expect(await events()).toContain("area.changed");
    await expect(admin((ctx) => applyTranslations(ctx, { changes: read.changes }))).rejects.toThrow(
      "translation_changed",
    );
  });

  it("are written all or none", async () => {
    const before = await row("need:food");
    const changes = [
      {
        key: "need:food",
        english: "Food",
        spanish: "Despensa",
        fromEnglish: "Groceries",
        fromSpanish: "Despensa",
      },
      { key: `area:${hill}`, english: "food", spanish: "Colina", fromEnglish: "Hill", fromSpanish: "Colina" },
    ];
    await expect(admin((ctx) => applyTranslations(ctx, { changes }))).rejects.toMatchObject({
      code: "invalid",
    });
    expect(await row("need:food")).toEqual(before);
    await admin((ctx) => endArea(ctx, { id: hill, version: 2 }));
    expect(await row(`area:${hill}`)).toBeUndefined();
  });
});

describe("names of situations", () => {
  it("are listed, and written with their phrases kept", async () => {
    const off = { nameEn: "Off season", synonymsEn: "no crabs", words: "watermen" };
    const code = await admin((ctx) => changeSituation(ctx, { code: "", version: 0, ...off }));
    const key = `situation:${code}`;
    expect((await states())[key]).toBe("missing_es");
    await admin((ctx) =>
      saveTranslation(ctx, { key, version: 1, language: "es", words: "Fuera de temporada" }),
    );
    expect((await states())[key]).toBe("complete");
    expect(await db.arrange.codeListEntry.findFirst({ where: { code } })).toMatchObject({
      nameEs: "Fuera de temporada",
      synonymsEn: ["no crabs"],
      words: ["watermen"],
      version: 2,
    });
  });
});
