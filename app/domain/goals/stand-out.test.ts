import { describe, expect, it } from "vitest";
import { hidden, resultOf } from "../../../tests/setup/measure-result";
import type { MeasureResult } from "../measures/measure-result";
import { enrollmentChange, enrollmentGroups, languageGap, notCountedSince } from "./stand-out";

const enrolled = (counts: [number, number], more: Partial<MeasureResult> = {}) =>
  resultOf("REF-ENR60", counts, { part: "families", ...more });
const of = (language: string, counts: [number, number]) => enrolled(counts, { stratum: { language } });

describe("enrollmentChange", () => {
  const before = enrolled([100, 400], { period: ["2024-01-01", "2024-06-30"] });
  const now = enrolled([200, 400]);
  it("takes half years of whole families", () => {
    expect(enrollmentChange([before, now])).toMatchObject({ change: "higher", since: "2024-01-01" });
    const year = enrolled([10, 800], { period: ["2025-01-01", "2025-12-31"] });
    const referrals = resultOf("REF-ENR60", [1, 400], { part: "referrals" });
    const group = enrolled([1, 400], { stratum: { language: "es" } });
    expect(enrollmentChange([year, referrals, group, before, now])?.now.numerator).toBe(200);
  });
  it("says nothing without both", () => {
    expect(enrollmentChange([now])).toBeNull();
    expect(enrollmentChange([hidden(before), now])).toBeNull();
  });
});

describe("languageGap", () => {
  const [most, behind] = [of("en", [400, 800]), of("es", [30, 200])];
  it("names the first group that is clearly behind the largest", () => {
    expect(languageGap([behind, most])).toMatchObject({ largest: { name: "en" }, behind: { name: "es" } });
    expect(languageGap([of("es", [100, 200]), most])).toMatchObject({
      largest: { name: "en" },
      behind: null,
    });
    expect(languageGap([of("es", [190, 200]), most])?.behind).toBeNull();
  });
  it("compares nobody who is too few or hidden", () => {
    expect(languageGap([most, of("vi", [0, 29])])).toBeNull();
    expect(languageGap([most, of("vi", [0, 30])])?.behind?.name).toBe("vi");
    expect(languageGap([most, hidden(behind)])).toBeNull();
    expect(languageGap([most])).toBeNull();
    expect(languageGap([])).toBeNull();
  });
});

it("keeps groups in their order, and counts from the day after", () => {
  const results = [
    of("vi", [1, 2]),
    enrolled([3, 4]),
    enrolled([1, 2], { stratum: { area: "21215" } }),
    of("en", [5, 6]),
  ];
  expect(enrollmentGroups(results, "language").map((one) => one.stratum?.["language"])).toEqual(["vi", "en"]);
  expect(notCountedSince(enrolled([1, 2]))).toBe("2025-07-01");
});
