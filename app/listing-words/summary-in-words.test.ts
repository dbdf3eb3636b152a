import { expect, it } from "vitest";
import type { ListingResult } from "~/domain/directory/reading/listing-card";
import { summaryInWords } from "./summary-in-words";

const listing = (card: Partial<ListingResult["card"]>) => ({
  card: { hidden: false, familyText: {}, description: "", ...card } as ListingResult["card"],
});

it.each([
  ["OVERVIEW: Offers an emergency food pantry. Call first.", "Offers an emergency food pantry."],
  [
    "BUS: MTA #10 and #11. SERVICES: 1) FOOD PANTRY: Offers emergency food to low-income residents. More.",
    "FOOD PANTRY: Offers emergency food to low-income residents.",
  ],
  [
    "Run by St. Vincent de Paul for families with Dr. Smith. Open daily.",
    "Run by St. Vincent de Paul for families with Dr. Smith.",
  ],
  ["Food", "Food"],
])("%s", (description, words) => {
  expect(summaryInWords({ language: "es" }, listing({ description }))).toEqual({ words, language: "en" });
});

it("is in the page's language where the family text is, and says nothing of a hidden place", () => {
  const familyText = { es: { summary: "Comida para familias. Sin costo." }, en: { summary: "Food." } };
  expect(summaryInWords({ language: "es" }, listing({ familyText }))?.language).toBe("es");
  expect(summaryInWords({ language: "en" }, listing({ familyText }))?.words).toBe("Food.");
  expect(summaryInWords({ language: "en" }, listing({ familyText, hidden: true }))).toBeNull();
  expect(summaryInWords({ language: "en" }, listing({}))).toBeNull();
  const long = summaryInWords({ language: "en" }, listing({ description: "word ".repeat(100) }))?.words;
  expect(long).toMatch(/^(word )+word…$/);
  expect(long?.length).toBeLessThanOrEqual(161);
});
