import { describe, expect, it } from "vitest";
import { afcarsFile, afcarsRecord, federalFile } from "../../../tests/setup/federal-files";
import { readRecords } from "../../../tests/setup/read-records";

const read = async (content: string | Buffer) => readRecords(await federalFile("ooh.xml", content));

describe("an AFCARS 2020 file", () => {
  it("gives children, removals, placements and visits in the contract's words", async () => {
    const home = { E115_therapeutic_home: "0", E117_relative_foster_family: "1", E118_pre_adopt_home: "0" };
    const removal = {
      ...{ entry: "20250301", exit: "20250601", reason: "8" },
      homes: [
        { date: "20250301", other: "3" },
        { date: "20250310", family: { ...home, E119_kin_foster_family: "1" } },
        { date: "20250501", other: "14" },
      ],
      visits: [
        ["20250315", "1"],
        ["20250415", "2"],
      ] as const,
    };
    const { rows, rejected, warnings, format, asOf } = await read(
      afcarsFile([afcarsRecord("C1", [removal, { entry: "20250801" }])]),
    );
    expect([rejected, warnings, format, asOf]).toEqual([
      ...[[], []],
      ...["AFCARS 2020 out-of-home file", "2025-09-30"],
    ]);
    expect(rows.children).toMatchObject([
      {
        ...{ childId: "C1", dob: "2018-04-05", sex: "female", raceCodes: ["black"], hispanic: false },
        ...{ siblingsInCare: 2, siblingsInSameHome: 1 },
      },
    ]);
    expect(rows.removals).toMatchObject([
      {
        ...{ removalId: "C1-2025-03-01", childId: "C1", entryDate: "2025-03-01", exitDate: "2025-06-01" },
        ...{ exitReason: "transfer_to_other_agency", county: "24510", entryTransactionDate: "2025-03-01" },
      },
      { removalId: "C1-2025-08-01", exitDate: null, exitReason: null },
    ]);
    expect(rows.placements).toMatchObject([
      {
        removalId: "C1-2025-03-01",
        startDate: "2025-03-01",
        setting: "shelter",
        homeId: null,
        kinFlag: null,
      },
      { startDate: "2025-03-10", setting: "foster_relative", relativeFlag: true, kinFlag: true },
      { startDate: "2025-05-01", setting: "trial_home_visit" },
    ]);
    expect(rows.contacts).toMatchObject([
      { childId: "C1", contactAt: "2025-03-15T00:00", kind: "visit", method: "in_person", inResidence: true },
      { status: "completed", inResidence: false },
    ]);
  });

  it("knows every living arrangement of element 120 and of a foster family home", async () => {
    const others = Array.from({ length: 14 }, (_, i) => ({
      date: `202503${String(i + 1).padStart(2, "0")}`,
      other: `${i + 1}`,
    }));
    const families = (
      [
        { E118_pre_adopt_home: "1", E117_relative_foster_family: "1" },
        { E115_therapeutic_home: "1", E117_relative_foster_family: "1" },
        { E115_therapeutic_home: "1" },
        { E116_shelter_care_home: "1", E119_kin_foster_family: "1" },
      ] as Record<string, string>[]
    ).map((family, i) => ({ date: `2025040${i + 1}`, family }));
    const removal = { entry: "20250301", homes: [...others, ...families] };
    const { rows } = await read(afcarsFile([afcarsRecord("C1", [removal])]));
    expect((rows.placements as { setting: string }[]).map(({ setting }) => setting)).toEqual([
      ...["group_home", "group_home", "shelter", "residential_treatment", "qrtp", "child_care_institution"],
      ...["shelter", "supervised_independent_living", "juvenile_justice_facility", "hospital"],
      ...["psychiatric_hospital", "runaway", "whereabouts_unknown", "trial_home_visit", "preadoptive"],
      ...["therapeutic_foster_relative", "therapeutic_foster_nonrelative", "foster_nonrelative"],
    ]);
  });

  it("refuses rows by line and element, and never says the cell", async () => {
    const { rejected, warnings } = await read(
      afcarsFile([
        afcarsRecord("C1", [{ entry: "20250230" }]),
        afcarsRecord("C2", [{ entry: "20250301", exit: "20250101", reason: "1" }]),
        afcarsRecord("C3", [{ entry: "20250301", homes: [{ date: "20250301", other: "44" }] }]),
        afcarsRecord("C4", []).replace(">1</E58", ">5</E58"),
      ]),
    );
    expect(rejected.map(({ column, code }) => [column, code])).toEqual([
      ["E69", "bad_date"],
      ["E153", "exit_before_entry"],
      ["E120", "unknown_word"],
    ]);
    expect(rejected.every(({ line, file }) => line > 2 && file === "ooh.xml")).toBe(true);
    expect(warnings.map(({ column, code }) => [column, code])).toEqual([
      ["E58", "more_together_than_in_care"],
    ]);
    expect(JSON.stringify(rejected)).not.toMatch(/0230|"44|C1/);
  });

  const laughs = `<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>`;
  const one = afcarsRecord("C1", [{ entry: "20250301" }]);
  it.each([
    ["a document type and entities", afcarsFile([one], laughs), /declares a document type/],
    ["an entity of nobody", afcarsFile([one.replace("C1", "&xxe;")]), /no well-formed XML/],
    [
      "half of it",
      afcarsFile([one, one]).slice(0, 1500),
      /ends before its last element is closed: it was cut off/,
    ],
    ["tags that do not match", afcarsFile([one]).replace("</record>", "</recrod>"), /no well-formed XML/],
    ["a text without end", afcarsFile([one.replace("C1", "x".repeat(2_500_000))]), /a text without end/],
    ["a record without end", afcarsFile(["<record>" + "<a/>".repeat(120_000)]), /a record without end/],
    ["elements without end", afcarsFile(["<record>" + "<a>".repeat(50)]), /inside one another without end/],
    ["another encoding", afcarsFile([one]).replace("UTF-8", "ISO-8859-1"), /not in UTF-8/],
    ["two bytes a letter", Buffer.from(`\uFEFF${afcarsFile([one])}`, "utf16le"), /not in UTF-8/],
    [
      "assistance agreements",
      '<acf:data xmlns:acf="x"><A1_title_iv_agency>24</A1_title_iv_agency><A2_report_date/></acf:data>',
      /assistance/,
    ],
    ["other XML", "<html><body>hello</body></html>", /no AFCARS 2020 out-of-home file/],
  ])("does not read a file with %s", async (_what, content, words) => {
    await expect(read(content)).rejects.toThrow(words);
  });

  it("holds one record at a time, however long the file", async () => {
    const before = process.memoryUsage().heapUsed;
    const many = Array.from({ length: 4000 }, (_, i) => afcarsRecord(`C${i}`, [{ entry: "20250301" }]));
    const { rows } = await read(afcarsFile(many));
    expect(rows.children).toHaveLength(4000);
    expect((process.memoryUsage().heapUsed - before) / 1e6).toBeLessThan(200);
  });
});
