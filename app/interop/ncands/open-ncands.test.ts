import { describe, expect, it } from "vitest";
import { federalFile, ncandsLine, ncandsRecord } from "../../../tests/setup/federal-files";
import { readRecords } from "../../../tests/setup/read-records";

const read = async (lines: string[], end = "\n") =>
  readRecords(await federalFile("child-file.dat", lines.join("\n") + end));

describe("an NCANDS Child File", () => {
  it("gives children and reports in the contract's words", async () => {
    const { rows, rejected, format, asOf } = await read([ncandsRecord("R1", "C1", { 305: "03102025" })]);
    expect([rejected, format, asOf]).toEqual([[], "NCANDS Child File, 312 characters a line", "2025-09-30"]);
    expect(rows.children).toMatchObject([
      { childId: "C1", dob: "2018-04-05", sex: "female", raceCodes: ["black"], hispanic: false },
    ]);
    expect(rows.reports).toMatchObject([
      {
        ...{ reportId: "R1", childId: "C1", reportDate: "2025-03-15", incidentDate: "2025-03-10" },
        ...{ screenDecision: "screened_in", disposition: "substantiated", dispositionDate: "2025-04-30" },
        ...{ maltreatmentTypes: ["physical"], perpRelation: "parent", fatality: false, reporter: "medical" },
        ...{ receivedAt: null, firstContactAt: null },
      },
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/WORKER|PERPETRATOR/);
  });

  it("says what was decided of this child, not of the report", async () => {
    const { rows } = await read([
      ncandsRecord("R1", "C1", { 88: "2", 89: "05", 91: "4", 92: "02" }),
      ncandsRecord("R1", "C2", { 88: "6", 89: "08" }),
      ncandsRecord("R2", "C3", { 52: "88", 88: " ", 89: "  " }),
      ncandsRecord("R3", "C4", { 88: "9", 89: "99", 91: "8", 92: " 7" }),
    ]);
    expect(rows.reports).toMatchObject([
      { disposition: "indicated", maltreatmentTypes: ["neglect", "sexual"] },
      { disposition: "other", maltreatmentTypes: ["none"] },
      { disposition: "other", maltreatmentTypes: [] },
      { disposition: "closed_no_finding", maltreatmentTypes: ["unknown", "other"] },
    ]);
  });

  it("takes lines of 304, 312 and 338 characters, and lines whose blanks at the end were cut off", async () => {
    const short = await read([ncandsRecord("R1", "C1", {}, 304)]);
    expect(short.format).toMatch(/304/);
    const long = await read([
      ncandsRecord("R1", "C1", { 313: "2210", 317: "0905" }, 338).replace(/ +$/, "").padEnd(338),
      ncandsRecord("R2", "C2").trimEnd(),
    ]);
    expect([short.rejected, long.rejected]).toEqual([[], []]);
    expect(long.rows.reports).toMatchObject([
      { receivedAt: "2025-03-15T22:10", firstContactAt: "2025-03-16T09:05" },
      { receivedAt: null },
    ]);
  });

  it("refuses a line of another length, an impossible date and an unknown code by line and field, and never says the cell", async () => {
    const { rejected, rows } = await read([
      ncandsRecord("R1", "C1"),
      `${ncandsRecord("R2", "C2")}XYZ`,
      ncandsRecord("R3", "C3", { 34: "02302025" }),
      ncandsRecord("R4", "C4", { 73: "7" }),
      ncandsRecord("R5", "C5", { 88: " ", 89: "  ", 52: "44" }),
      ncandsRecord("", "C6"),
      ncandsLine(20, { 1: "2025MD", 7: "R7" }),
    ]);
    expect(rejected.map(({ file, line, column, code }) => [file, line, column, code])).toEqual([
      ["child-file.dat", 2, null, "unknown_length"],
      ["child-file.dat", 3, "RPTDT", "bad_date"],
      ["child-file.dat", 4, "CHSEX", "unknown_word"],
      ["child-file.dat", 5, "RPTDISP", "unknown_word"],
      ["child-file.dat", 6, "RPTID", "missing_value"],
      ["child-file.dat", 7, null, "unknown_length"],
    ]);
    expect(JSON.stringify(rejected)).not.toMatch(/0230|"44|C3|R3/);
    expect(rows.reports).toHaveLength(2);
  });

  it.each([
    [
      "another length",
      `${"2025MD".padEnd(297, "1")}\n`,
      /297 characters: an NCANDS Child File has 304, 312, 338/,
    ],
    ["no year and state", `${"abc".padEnd(312)}\n`, /begins with year and state/],
    ["nothing in it", "", /child-file\.dat is empty/],
    [
      "a last line cut off",
      `${ncandsRecord("R1", "C1")}\n${ncandsRecord("R2", "C2").slice(0, 150)}`,
      /cut off: line 2/,
    ],
    ["a line without an end", "x".repeat(400_000), /line 1 without an end/],
    ["a letter", "Dear colleague,\nfind the file attached.\n", /characters: an NCANDS/],
  ])("does not read a file with %s", async (_what, content, words) => {
    const opening = federalFile("child-file.dat", content).then(readRecords);
    await expect(opening).rejects.toThrow(words);
    await expect(opening).rejects.toThrow(/Nothing was changed/);
  });
});
