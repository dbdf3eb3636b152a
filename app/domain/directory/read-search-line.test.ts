import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { needs } from "./needs";
import { placesNear } from "./places";
import { readSearchLine } from "./read-search-line";
import { removeChip } from "./search-criteria";
import { smallWords } from "./search-words";

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
      times: ["evening"],
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
  it("says which words changed nothing, and looks for names when no need was read", () => {
    expect(read("parenting 99999 zzgrblx")).toMatchObject({ notUsed: ["99999", "zzgrblx"] });
    expect(read("rosewood 21215").criteria.words).toEqual(["rosewood"]);
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
        read(need.es[0] ?? "").criteria.needs.length + Number(smallWords.has(need.es[0] ?? "")),
      ).toBeGreaterThan(0);
    }
  });
});
