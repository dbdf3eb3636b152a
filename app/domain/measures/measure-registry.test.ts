import { describe, expect, it } from "vitest";
import { findMeasureSpec, measureSpecs } from "./measure-registry";
import { measureSpecSchema } from "./measure-spec";

describe("the register of measures", () => {
  it.each(measureSpecs.map((spec) => [spec.id, spec] as const))("%s is well formed", (_id, spec) => {
    expect(measureSpecSchema.parse(spec)).toEqual(spec);
  });

  it("names each measure once", () => {
    expect(new Set(measureSpecs.map((spec) => spec.id)).size).toBe(measureSpecs.length);
  });

  it("tracks the measures of this release", () => {
    for (const id of ["REF-N", "REF-ENR60", "OUT-RPT-6", "OUT-SUB-12", "OUT-REM-12"])
      expect(findMeasureSpec(id)?.status).toBe("tracked");
    expect(findMeasureSpec("FUNC-PP")?.missing).toEqual(["tool_scores"]);
    expect(findMeasureSpec("NO-SUCH")).toBeUndefined();
  });
});
