import { describe, expect, it } from "vitest";
import { type CountedPlace, capacityAtPlace, wholeOfPlaces } from "./capacity-at-place";

const asOf = new Date("2026-11-20T10:00:00Z");
const at = (capacityAvailable: number | null, day = asOf): CountedPlace => ({
  capacityAvailable,
  capacityAsOf: capacityAvailable === null ? null : day,
});
const whole = (available: number | null) => ({ status: "open" as const, available, asOf });
const said = (available: number | null, counts: (number | null)[]) => {
  const places = counts.map((one) => at(one));
  return places.map((place) => {
    const { status, available: number } = capacityAtPlace(whole(available), places, place);
    return [status, number];
  });
};

describe("room at one place of a listing", () => {
  it("is the listing's own where no place is counted, and where the listing has no room", () => {
    expect(said(5, [null, null])).toEqual([
      ["open", 5],
      ["open", 5],
    ]);
    for (const status of ["full", "waitlist", "assess_first"] as const) {
      const own = { status, available: null, asOf };
      expect(capacityAtPlace(own, [at(3)], at(3))).toBe(own);
    }
  });

  it("is what was counted there; a place that nobody counted beside others is not known", () => {
    expect(said(5, [3, 2, 0, null])).toEqual([
      ["open", 3],
      ["open", 2],
      ["full", 0],
      [null, null],
    ]);
  });

  it("says no number that an opening taken of the whole may have made wrong", () => {
    expect(said(4, [3, 2])).toEqual([
      ["open", null],
      ["open", null],
    ]);
    expect(said(2, [3, 2])).toEqual([
      [null, null],
      [null, null],
    ]);
    expect(said(2, [3, 0])).toEqual([
      ["open", 2],
      ["full", 0],
    ]);
  });

  it("is known since it was counted there; the whole since the oldest of its places was", () => {
    const [old, fresh] = [at(1, new Date("2026-11-01T10:00:00Z")), at(2)];
    expect(capacityAtPlace(whole(3), [old, fresh], old).asOf).toEqual(old.capacityAsOf);
    expect(capacityAtPlace(whole(3), [old, fresh], fresh).asOf).toEqual(asOf);
    expect(wholeOfPlaces([old, fresh, at(null)])).toEqual({ available: 3, asOf: old.capacityAsOf });
    expect(wholeOfPlaces([at(null)])).toBeNull();
  });
});
