import { describe, expect, it } from "vitest";
import { findMeasureSpec } from "../measures/measure-registry";
import { againstTarget } from "./against-target";
import type { TargetKind } from "./judge-target";

const [removal, enrolled] = [findMeasureSpec("OUT-REM-12")!, findMeasureSpec("REF-ENR60")!];
const row = (measure: string, value: number, kind: TargetKind = "threshold") => ({
  ...{ measure, value, kind, endedAt: null },
});
const range = { low: 0.4, high: 0.6 };

describe("againstTarget", () => {
  it("is above or below only when the whole range is", () => {
    const state = (value: number) => againstTarget([row("REF-ENR60", value)], enrolled, range)?.state;
    expect([39.9, 40, 50, 60, 60.1].map(state)).toEqual(["above", "at", "at", "at", "below"]);
  });
  it("turns a target round with its share", () => {
    expect(againstTarget([row("OUT-REM-12", 5)], removal, { low: 0.96, high: 0.99 })).toEqual({
      ...{ state: "above", target: 0.95 },
    });
  });
  it("knows no target of another measure or kind, and none that was ended", () => {
    const ended = [{ ...row("REF-ENR60", 40), endedAt: new Date(0) }];
    expect(againstTarget(ended, enrolled, range)).toBeNull();
    const others = [row("OUT-REM-12", 50), row("REF-ENR60", 5, "pp_change")];
    expect(againstTarget(others, enrolled, range)).toBeNull();
    expect(againstTarget([], enrolled, range)).toBeNull();
  });
});
