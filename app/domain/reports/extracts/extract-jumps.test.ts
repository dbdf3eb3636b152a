import { describe, expect, it } from "vitest";
import { recordsSettings } from "../../organizations/records-settings";
import { findJumps, type ExtractFigures } from "./extract-jumps";

const limits = recordsSettings.parse(undefined).jumps;
const of = (given: number, dob = 1, format = "csv"): ExtractFigures => ({
  format,
  counts: { children: { given } },
  completeness: { children: { dob } },
});
const kinds = (before: ExtractFigures | null, now: ExtractFigures, met: [number, number] | null = null) =>
  findJumps(before, now, met && { before: met[0], met: met[1] }, limits).map(({ kind }) => kind);

describe("jumps against the last extract", () => {
  it("has none for the first", () => expect(kinds(null, of(1000))).toEqual([]));
  it.each([
    [800, []],
    [799, ["rows"]],
    [2000, []],
    [2001, ["rows"]],
  ])("of 1,000 rows, %i", (rows, found) => expect(kinds(of(1000), of(rows))).toEqual(found));
  it("looks at nothing of fewer than fifty rows", () => expect(kinds(of(49), of(1))).toEqual([]));
  it("finds a file that is not there, where the last extract had rows of it", () => {
    const none = { ...of(0), counts: {}, completeness: {} };
    expect(findJumps(of(50), none, null, limits)).toEqual([
      { kind: "missing", table: "children", column: null, before: 50, now: 0, limit: 50 },
    ]);
    expect(kinds(of(49), none)).toEqual([]);
  });
  it("finds a column that says less, and not one that the file leaves out", () => {
    expect(kinds(of(1000, 0.95), of(1000, 0.75))).toEqual([]);
    expect(findJumps(of(1000, 0.95), of(1000, 0.7), null, limits)).toEqual([
      { kind: "completeness", table: "children", column: "dob", before: 0.95, now: 0.7, limit: 0.2 },
    ]);
    expect(kinds(of(1000), { ...of(1000), completeness: { children: {} } })).toEqual([]);
  });
  it("finds ids that changed, by the limit of the form", () => {
    expect(kinds(of(1000), of(1000), [1000, 600])).toEqual([]);
    expect(kinds(of(1000), of(1000), [1000, 599])).toEqual(["ids"]);
    const ncands = of(1000, 1, "NCANDS Child File, 312 characters a line");
    expect(kinds(ncands, ncands, [1000, 10])).toEqual([]);
    expect(kinds(ncands, ncands, [1000, 9])).toEqual(["ids"]);
  });
});
