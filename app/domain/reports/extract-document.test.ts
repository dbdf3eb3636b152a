import { readFileSync, writeFileSync } from "node:fs";
import { format, resolveConfig } from "prettier";
import { expect, it } from "vitest";
import { columnsOf, extractTables, recordTables, storageOf, type ExtractColumn } from "./extract-columns";
import type { FileDescription } from "./extract-description";
import { extractFiles } from "./extract-files";
import type { WordList } from "./extract-words";

const document = "docs/extract-files.md";

function tellWords(words: WordList): string {
  const numbers = [...words].filter(([name, word]) => /^\d+$/.test(name) && name !== word);
  const plain = [...words.keys()].filter((name) => !numbers.some(([number]) => number === name));
  const aliases = numbers.map(([number, word]) => `${number} ${word ?? "nothing"}`).join(", ");
  return `${plain.join(", ")}${aliases === "" ? "" : ` (by number: ${aliases})`}`;
}

function tellKind({ kind }: ExtractColumn): string {
  if (typeof kind === "object")
    return "word" in kind
      ? `one of: ${tellWords(kind.word)}`
      : `any of, joined by ";": ${tellWords(kind.words)}`;
  return {
    id: "id, up to 200 characters",
    text: "text, up to 500 characters",
    sealed: "text, kept in the protected schema alone",
    date: "date",
    time: "time",
    yes: "yes or no",
    count: "whole number",
    money: "dollars, as 1234.50",
    age_band: "band of ages: 0-17, 6-10, 4m-11m",
  }[kind];
}

const tellUse = (column: ExtractColumn): string =>
  [
    column.key ? "must be there" : column.optional ? "may be left out" : "",
    column.linkage ? "for linkage alone" : "",
    column.measured ? (column.needed ? "measures need it" : "measures read it") : "",
    column.ours ? "not of the contract" : "",
  ]
    .filter(Boolean)
    .join("; ");

const isAgencys = (table: string): table is (typeof recordTables)[number] =>
  (recordTables as readonly string[]).includes(table);

function tellFile(table: (typeof extractTables)[number]): string {
  const { row }: FileDescription = extractFiles[table];
  const kept = isAgencys(table)
    ? ` Kept in \`${storageOf(table).table}\`, known by ${storageOf(table).rowKey.join(", ")}.`
    : " Written by the portal.";
  const rows = columnsOf(table).map(
    (column) => `| ${column.name} | ${tellKind(column)} | ${tellUse(column)} |`,
  );
  return [
    `## ${table}.csv`,
    `A row is ${row}.${kept}`,
    ["| column | holds | use |", "|---|---|---|", ...rows].join("\n"),
  ].join("\n\n");
}

async function writeDocument(): Promise<string> {
  const text = [
    "# Extract files",
    "Made from the description in `app/domain/reports/agency-files.ts` and `app/domain/reports/portal-files.ts`; a test compares. `UPDATE_DOCUMENT=1 npx vitest run --project unit app/domain/reports/extract-document.test.ts` writes it anew.",
    "UTF-8, a header row, columns in any order; a column that is not here is passed over with a warning. Dates `YYYY-MM-DD`; times `YYYY-MM-DDThh:mm[:ss]` in the agency's own zone, an offset is accepted; yes or no as true, false, 1, 0, yes, no. Empty is missing. A file without rows may be absent.",
    ...extractTables.map(tellFile),
  ].join("\n\n");
  return format(text, { ...(await resolveConfig(document)), parser: "markdown" });
}

it("is told in a document that says what the description says", async () => {
  const written = await writeDocument();
  if (process.env["UPDATE_DOCUMENT"]) writeFileSync(document, written);
  expect(readFileSync(document, "utf8")).toBe(written);
});
