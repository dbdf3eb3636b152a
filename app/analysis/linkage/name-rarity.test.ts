import { expect, it } from "vitest";
import { countRarity } from "./name-rarity";

it("counts how much commoner a name is than the mean of those that agree", () => {
  const words = [
    { raw: "Smith", counts: [6, 6] },
    { raw: "smith", counts: [2, 2] },
    { raw: "rare", counts: [2, 2] },
    { raw: "-", counts: [5, 0] },
  ];
  const { countOf, bitsOf } = countRarity(words, (raw) => (raw === "-" ? null : raw.toLowerCase()));
  expect(countOf("smith")).toBe(16);
  // 0.8 * 0.8 + 0.2 * 0.2 = 0.68 agree by chance.
  expect(bitsOf("smith")).toBeCloseTo(Math.log2(0.8 / 0.68), 6);
  expect(bitsOf("rare")).toBeCloseTo(Math.log2(0.2 / 0.68), 6);
});
