import iconv from "iconv-lite";
import { Readable } from "node:stream";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CsvRecords } from "./csv-records";
import { guessEncoding } from "./guess-encoding";
import { readTime } from "./read-time";
import { readUrl } from "./read-url";
import { repairText } from "./repair-text";
import { extraDateForms } from "./read-date";
import { zipsInArea } from "./zips-in-area";

const csv = (pieces: string[]) => {
  const reader = new CsvRecords("x.csv");
  const records = pieces.flatMap((piece) => reader.push(piece, false));
  return [...records, ...reader.push("", true)];
};

describe("csv", () => {
  it("reads quotes, commas, lines in cells and CRLF, and says where each record starts", () => {
    const found = csv(['a,"b ""c"", d"\r\n"two\nlines",x\n\nlast,']);
    expect(found).toEqual([
      { line: 1, cells: ["a", 'b "c", d'], broken: false },
      { line: 2, cells: ["two\nlines", "x"], broken: false },
      { line: 5, cells: ["last", ""], broken: false },
    ]);
  });
  it("reads any table written by the rules, however it is cut into pieces", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", '"', ",", "\n", "\r", " ", "é"), maxLength: 6 });
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 7 }), fc.boolean(), (rows, size, ended) => {
        const write = (one: string) => `"${one.replaceAll('"', '""')}"`;
        const text = rows.map((row) => row.map(write).join(",")).join("\r\n") + (ended ? "\r\n" : "");
        const pieces = text.match(new RegExp(`[^]{1,${size}}`, "g")) ?? [];
        const records = csv(pieces);
        expect(records.map((record) => record.cells)).toEqual(rows);
        expect(records.some((record) => record.broken)).toBe(false);
        const lines = rows.map((row) => row.join("").split("\n").length);
        expect(records.map((record) => record.line)).toEqual(
          lines.map((_, at) => 1 + lines.slice(0, at).reduce((sum, one) => sum + one, 0)),
        );
      }),
    );
  });
  it("marks text after a closing quote, and refuses a quote that never closes", () => {
    expect(csv(['"a"b,c\n'])[0]).toMatchObject({ cells: ["a", "c"], broken: true });
    expect(() => csv(['a,b\nc,"d\n'])).toThrow(/near line 2/);
  });
});

describe("encodings", () => {
  const guess = (bytes: Buffer) => guessEncoding(Readable.from([bytes.subarray(0, 3), bytes.subarray(3)]));
  const text = "Niños y niñas: atención, información, María José. Él también quedó aquí.";
  it.each([
    ["utf-8", Buffer.from(text)],
    ["latin-1", iconv.encode(text, "latin1")],
    ["windows-1252", iconv.encode(`${text} “Sí” – it’s`, "windows-1252")],
    ["cp437", iconv.encode(text, "cp437")],
    [null, Buffer.from([0x31, 0x2c, 0xff, 0xfe, 0x0a])],
    ["mixed", Buffer.concat([Buffer.from(text), Buffer.from([0xe9])])],
  ] as const)("finds %s", async (wanted, bytes) => {
    expect(await guess(bytes)).toBe(wanted);
  });
  it("repairs what was read in the wrong encoding once before, and nothing else", () => {
    expect(repairText("familyGÇÖs GÇ£homeGÇ¥ GÇô niÃ±os â€œsíâ€\u009d donâ€™t")).toBe(
      "family’s “home” – niños “sí” don’t",
    );
    for (const fine of ["Çelik", "GÇ", "São Ã", "naïve café", "100 €"]) expect(repairText(fine)).toBe(fine);
  });
});

it("reads web addresses, times, days and areas as they are met", () => {
  expect(readUrl("www.example.org/a")).toMatchObject({
    value: "https://www.example.org/a",
    note: { code: "url_without_scheme" },
  });
  expect(readUrl(" http://example.org ` ")).toEqual({ value: "http://example.org" });
  for (const bad of ["javascript:alert(1)", "call us", "data:text/html,x", "none"])
    expect(readUrl(bad)).toMatchObject({ value: null, lost: true });
  expect(
    ["10:00:00", "9:30 pm", "12 am", "10:00Z", "0800", "25:00", "noon", "24:00", "24:30", "13 pm"].map(
      (one) => readTime(one).value,
    ),
  ).toEqual(["10:00", "21:30", "00:00", "10:00", "08:00", null, "12:00", "24:00", null, null]);
  expect(extraDateForms("3/4/2024", false).value).toBe("2024-03-04");
  expect(extraDateForms("2024-02-30", false)).toMatchObject({ value: null, lost: true });
  expect(extraDateForms("2024-09-25T14:23:06.5+01:00", true).value).toBe("2024-09-25T13:23:06.500Z");
  const box = [
    [-76.75, 39.3],
    [-76.6, 39.3],
    [-76.6, 39.4],
    [-76.75, 39.4],
    [-76.75, 39.3],
  ];
  expect(
    zipsInArea(JSON.stringify({ type: "Feature", geometry: { type: "Polygon", coordinates: [box] } })),
  ).toContain("21215");
  expect(zipsInArea("extent")).toBeNull();
});
