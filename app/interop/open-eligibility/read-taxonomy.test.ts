import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { NotATaxonomy, readTaxonomy } from "./read-taxonomy";

const shared = process.env["UPSTREAM_SHARED"] ?? path.resolve("..", "shared");
const file = path.join(shared, "data", "open-eligibility", "taxonomy.xml");

describe("readTaxonomy", () => {
  it.runIf(existsSync(file))(
    "reads the whole file: 385 terms, the doubled id apart, parents before children",
    () => {
      const taxonomy = readTaxonomy(readFileSync(file, "utf8"));
      expect(taxonomy.terms).toHaveLength(385);
      expect(new Set(taxonomy.terms.map((term) => term.id)).size).toBe(385);
      expect(taxonomy.terms.filter((term) => term.code === "1206").map((term) => term.description)).toEqual([
        "Health > Medical Care",
        "Health > Medical Care > Primary Care",
      ]);
      const seen = new Set<string>();
      for (const term of taxonomy.terms) {
        if (term.parentId) expect(seen.has(term.parentId)).toBe(true);
        seen.add(term.id);
      }
      const byCode = (code: string) => taxonomy.terms.find((term) => term.code === code);
      expect(byCode("1195")).toMatchObject({ name: "Parenting Education", needCodes: ["parenting_support"] });
      expect(byCode("20074")).toMatchObject({ facet: "situation", needCodes: ["fathers"] });
      expect(taxonomy.attribution).toContain("CC BY-SA 3.0");
      expect(readTaxonomy(readFileSync(file, "utf8"))).toEqual(taxonomy);
    },
  );
  it("refuses what is no taxonomy and takes broken tags without throwing anything else", () => {
    for (const text of [
      "",
      "<html></html>",
      "<services><top_level id='1' title='A'>".repeat(3),
      "\u0000<services>",
    ])
      expect(() => readTaxonomy(text)).toThrow(NotATaxonomy);
  });
});
