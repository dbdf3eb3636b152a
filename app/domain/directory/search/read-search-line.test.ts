import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { needs } from "../needs/needs";
import { placesNear } from "../places/places";
import { readSearchLine } from "./read-search-line";
import { removeChip } from "./search-criteria";
import { splitWords } from "./plain-words";
import { commonWords } from "./common-words";

const places = placesNear({ latitude: 39.3453, longitude: -76.6843 });
const read = (line: string) => readSearchLine(line, places);

describe("readSearchLine", () => {
  it("reads the told line as its four chips", () => {
    const { chips, notUsed } = read("parenting 21215 spanish evening");
    expect(chips.map((c) => c.id)).toEqual([
      "need:parenting_support",
      "place:21215",
      "language:es",
      "time:evening",
    ]);
    expect(chips[1]?.params).toEqual({ place: "21215", count: 5, kind: "zip" });
    expect(notUsed).toEqual([]);
  });
  it("reads the same wish in Spanish", () => {
    const { criteria } = read(
      "ayuda con la crianza en español, 21215, por la tarde, hijos de 3 y 6 años, gratis",
    );
    expect(criteria).toMatchObject({
      needs: ["parenting_support"],
      languages: ["es"],
      times: ["afternoon"],
      cost: "free",
    });
    expect(criteria.place?.code).toBe("21215");
    expect(criteria.childAgesMonths).toEqual([36, 72]);
  });
  it.each([
    ["diapers within 10 miles of 21217", { needs: ["baby_supplies"], radiusMiles: 10 }],
    ["home visits 18 months", { needs: ["home_visiting"], childAgesMonths: [18] }],
    ["panales para bebe en Baltimore", { needs: ["baby_supplies"] }],
    ["parentng evenngs 21215", { needs: ["parenting_support"], times: ["evening"] }],
    ["english classes weekend", { needs: ["adult_education"], times: ["weekend"], languages: [] }],
    [
      "counseling online for kids ages 3 and 6",
      { needs: ["counseling"], modes: ["video"], childAgesMonths: [36, 72] },
    ],
    ["food harford county", { needs: ["food"], radiusMiles: 25 }],
  ])("%s", (line, expected) => {
    expect(read(line).criteria).toMatchObject(expected);
  });
  it("finds cities, counties and misspelt cities near the jurisdiction", () => {
    expect(read("food towson").criteria.place?.label).toBe("Towson");
    expect(read("food harford county").criteria.place?.code).toBe("24025");
    expect(read("food baltimor").criteria.place?.label).toBe("Baltimore");
    expect(read("food 21215").criteria.place?.countyFips).toBe("24510");
  });
  it("says which numbers changed nothing, and looks for every other word in what programs say", () => {
    const { notUsed, criteria } = read("parenting 99999 zzgrblx");
    expect([notUsed, criteria.needs, criteria.words]).toEqual([
      ["99999"],
      ["parenting_support"],
      ["zzgrblx"],
    ]);
    expect(read("rosewood 21215").criteria.words).toEqual(["rosewood"]);
    expect(read("just a w 2 no").chips).toEqual([]);
  });
  it("keeps with a need the words it was read from, and takes both away with its chip", () => {
    const { criteria } = read("headstart and food pantry 21223");
    expect(criteria.said).toEqual([
      { need: "preschool", words: "headstart" },
      { need: "food", words: "food pantry" },
    ]);
    const without = removeChip(criteria, "need:preschool");
    expect([without.needs, without.said]).toEqual([["food"], [{ need: "food", words: "food pantry" }]]);
    const birth = read("birth certificate lawyer").criteria;
    expect([birth.needs, birth.words]).toEqual([["legal_help"], ["birth certificate"]]);
    expect(removeChip(birth, "words:birth certificate").words).toEqual([]);
  });
  it.each([
    ["food 7 month old", [7]],
    ["food 7-month-old", [7]],
    ["food kids 3 and 5", [36, 60]],
    ["comida niño de 2 años", [24]],
    ["comida para niña de dos años", [24]],
    ["diapers two year old", [24]],
    ["child care ages 0-3", [0, 36]],
    ["diapers newborn", [0]],
    ["comida recién nacido", [0]],
    ["food toddler", [24]],
    ["mentor teenager", [168]],
    ["embarazada comida", [-9]],
    ["embarazada de 5 meses", [-4]],
    ["20 weeks pregnant", [-4]],
    ["embarazada y niño de 2 años", [24, -9]],
    ["food for my 3yo and 18mo", [36, 18]],
    ["2 kids", []],
    ["hijo tiene 4", [48]],
  ])("reads ages: %s", (line, ages) => {
    expect(read(line).criteria.childAgesMonths).toEqual(ages);
  });
  it("takes a word for the caregiver as the need only when no need is named", () => {
    expect(read("dad 21215").criteria).toMatchObject({ needs: ["fathers"], caregivers: ["fathers"] });
    expect(read("papá pañales").criteria).toMatchObject({
      needs: ["baby_supplies"],
      caregivers: ["fathers"],
    });
    expect(read("abuela cuido a mis nietos").criteria).toMatchObject({
      needs: ["kinship_care"],
      caregivers: ["grandparents_kin"],
    });
    expect(read("embarazada 21215").criteria.needs).toEqual(["pregnancy"]);
  });
  it.each([
    ["food Baltimore County", "24005", "Baltimore County"],
    ["comida condado de Baltimore", "24005", "Baltimore County"],
    ["food Montgomery County PA", "42091", "Montgomery County"],
    ["food Columbia MD", "Columbia, MD", "Columbia"],
    ["food Portland, Oregon", "Portland, OR", "Portland, OR"],
    ["food near 20500", "20500", "20500"],
    ["food Baltimore MD 21215", "21215", "21215"],
    ["1200 N Charles St 21202 food", "21202", "21202"],
    ["food Charles St Baltimore", "Baltimore, MD", "Baltimore"],
  ])("reads the place of: %s", (line, code, label) => {
    const { criteria, notUsed } = read(line);
    expect([criteria.place?.code, criteria.place?.label]).toEqual([code, label]);
    expect(criteria.needs).toEqual(["food"]);
    expect(notUsed.every((words) => / (St|Street)$/.test(words))).toBe(true);
  });
  it("sets a street aside and says so, and marks what stands for it", () => {
    const { street, notUsed, criteria } = read("1200 N Charles St apt 3 21202 food");
    expect(street).toBe("1200 N Charles St apt 3");
    expect(notUsed).toEqual(["1200 N Charles St apt 3"]);
    expect(criteria.place).toMatchObject({ code: "21202", approximate: true });
    expect(read("food 20500").criteria.place?.approximate).toBe(true);
    expect(read("food 21202").criteria.place?.approximate).toBeUndefined();
    expect(read("12 Main Street Baltimore food")).toMatchObject({ street: "12 Main Street" });
    expect(read("a place to stay tonight 21215").street).toBeNull();
  });
  it.each([
    ["diaprs 21215", { needs: ["baby_supplies"] }],
    ["domestc violense", { needs: ["family_violence"] }],
    ["foof pantry", { needs: [] }],
    ["guarderya en espanol", { needs: ["child_care"], languages: ["es"] }],
    ["counsling evenin", { needs: ["counseling"], times: ["evening"] }],
  ])("forgives typos: %s", (line, expected) => {
    if (expected.needs.length) expect(read(line).criteria).toMatchObject(expected);
    else expect(() => read(line)).not.toThrow();
  });
  it("uses the jurisdiction's own words before ours", () => {
    const own = new Map([["circle time", { kind: "need" as const, value: "preschool" }]]);
    expect(readSearchLine("circle time 21215", places, own).criteria.needs).toEqual(["preschool"]);
  });
  it("puts every word into a chip, among the small words or under Not used", () => {
    const words = fc.constantFrom(
      ..."parenting 21215 99999 spanish evening free zzgrblx 3 years kid Charles St 1200 N Baltimore County MD dad pregnant qwx ' - %".split(
        " ",
      ),
    );
    const junk = fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(fc.array(fc.oneof({ weight: 4, arbitrary: words }, junk), { maxLength: 90 }), (list) => {
        const line = list.join(" ");
        const result = read(line);
        const tokens = line.match(/[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu) ?? [];
        const out = new Set(result.notUsed.flatMap((words) => words.split(" ")));
        // Without a chip nothing was understood: then every word is unused, a small number or an everyday word.
        if (result.chips.length === 0)
          for (const token of tokens) {
            const { words: split } = splitWords(token);
            const small = split.every(
              ({ folded }) => commonWords.has(folded) || folded.length < 2 || /^\d{1,2}$/.test(folded),
            );
            expect(small || out.has(token.slice(0, 80)), token).toBe(true);
          }
        expect(tokens.length).toBeGreaterThanOrEqual(out.size);
      }),
      { numRuns: 200 },
    );
  });
  it("takes any text without throwing, and never loses the record of a word", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme", maxLength: 700 })),
        (line) => {
          const result = read(line);
          expect(result.chips.length).toBeLessThan(60);
          expect(read(line)).toEqual(result);
        },
      ),
      { numRuns: 300 },
    );
    for (const line of [
      "\u0000\u0000",
      "👩‍👧 21215",
      "مساعدة 21215 \u202e",
      "'); drop table",
      "((( %",
      "constructor __proto__ toString",
    ]) {
      expect(() => read(line)).not.toThrow();
    }
  });
  it("reads chips back out in any order of known words", () => {
    const words = fc.constantFrom("parenting", "21215", "spanish", "evening", "free", "diapers", "weekend");
    fc.assert(
      fc.property(fc.uniqueArray(words, { minLength: 1 }), (line) => {
        const one = read(line.join(" "));
        const other = read([...line].reverse().join(" "));
        expect(new Set(one.chips.map((c) => c.id))).toEqual(new Set(other.chips.map((c) => c.id)));
        expect(one.notUsed).toEqual([]);
        for (const chip of one.chips) expect(removeChip(one.criteria, chip.id)).not.toEqual(one.criteria);
      }),
    );
  });
});

describe("needs", () => {
  it("has about thirty codes, each with words in two languages and an outward mapping", () => {
    expect(needs.length).toBe(30);
    for (const need of needs) {
      expect(
        need.en.length && need.es.length && need.openEligibility.length && need.sdohcc.length,
      ).toBeTruthy();
      expect(read(need.en[0] ?? "").criteria.needs).toEqual([need.code]);
      expect(
        read(need.es[0] ?? "").criteria.needs.length + Number(commonWords.has(need.es[0] ?? "")),
      ).toBeGreaterThan(0);
    }
  });
});
