import { describe, expect, it } from "vitest";
import { standingOf, vettingOf } from "./organization-standing";

const day = (text: string) => new Date(`${text}T00:00:00Z`);
const facts = { status: "active", vettedUntil: null, mergedIntoId: null };

describe("standingOf", () => {
  it("lets a vetting hold through its last day", () => {
    expect(standingOf({ ...facts, vettedUntil: day("2026-11-21") }, "2026-11-21")).toBe("ready");
    expect(standingOf({ ...facts, vettedUntil: day("2026-11-20") }, "2026-11-21")).toBe("vetting_ended");
  });
  it("does not bar one that was never vetted", () => {
    expect(standingOf({ ...facts, status: "unclaimed" }, "2026-11-21")).toBe("ready");
  });
  it("says merged before suspended", () => {
    expect(standingOf({ status: "suspended", vettedUntil: null, mergedIntoId: "x" }, "2026-11-21")).toBe(
      "merged",
    );
    expect(standingOf({ ...facts, status: "suspended" }, "2026-11-21")).toBe("suspended");
  });
});

describe("vettingOf", () => {
  it("speaks up 60 days before the end", () => {
    expect(vettingOf(day("2027-01-20"), "2026-11-21")).toBe("ends_soon");
    expect(vettingOf(day("2027-01-21"), "2026-11-21")).toBe("valid");
    expect(vettingOf(day("2026-11-20"), "2026-11-21")).toBe("ended");
    expect(vettingOf(null, "2026-11-21")).toBe("never");
  });
});
