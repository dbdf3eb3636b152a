import { mkdtemp, writeFile } from "node:fs/promises";
import { createWriteStream } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { copyRows } from "../../app/db/copy-rows.server";
import { searchListings } from "../../app/domain/directory/index.server";
import { emptyCriteria, type SearchCriteria } from "../../app/domain/directory/search/search-criteria";
import { importHsds, openSource } from "../../app/interop/hsds/import-hsds.server";
import type { ImportReport } from "../../app/interop/hsds/import-report";
import { writeHsdsPackage } from "../../app/interop/hsds/out/hsds-package.server";
import { wordsIn } from "../../app/locales/words-in.server";
import { describeCard } from "../../app/routes/listing-card/describe-card.server";
import type { TestDatabase } from "./database";
import { asSystem, makeJurisdiction, testClock } from "./listing-rows";
import { readCsv, readZip, type Record_ } from "./read-package";

/** Inputs that once went wrong, read where they stand. */
export const caseFolder = (name: string): string =>
  path.join(process.env["UPSTREAM_SHARED"] ?? path.resolve("../shared"), "cases/directory", name);

/** A folder of our own with these files. */
export async function folderOf(files: Readonly<Record<string, string | Buffer>>): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "hsds-case-"));
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text);
  return folder;
}

export interface CaseDesk {
  here: string;
  take(folder: string, source?: string): Promise<ImportReport>;
  /** The rows of a query in which $1 is the jurisdiction. */
  rows<T = Record<string, unknown>>(query: string): Promise<T[]>;
  /** What a search finds, by the listing's name. */
  find(criteria: Partial<SearchCriteria>): ReturnType<typeof searchListings>;
  /** The cards of everything in one language, each as the words of its lines, by the listing's name. */
  cards(language?: "en" | "es"): Promise<Map<string, { lines: string[]; phone: string; href: string }>>;
  /** The tables of an export by file name, and the zip's path. */
  give(): Promise<{ file: string; table(name: string): Record_[] }>;
}

/** A jurisdiction of its own in which a case is taken in, looked at and given out again. */
export async function caseDesk(db: TestDatabase, slug: string): Promise<CaseDesk> {
  const here = await makeJurisdiction(db, slug);
  const find = (criteria: Partial<SearchCriteria>) =>
    asSystem(db, here, (ctx) => searchListings(ctx, { criteria: { ...emptyCriteria, ...criteria } }));
  return {
    here,
    find,
    take: async (folder, source = "case") => {
      const from = await openSource(folder, { allowPrivate: false }, () => undefined);
      try {
        return await db.inTransaction({ jurisdictionId: here }, (tx) => {
          const actor = { kind: "system" as const, name: "test", jurisdictionId: here };
          const input = { from, source, copy: copyRows(tx), progress: () => undefined };
          return importHsds({ actor, tx, clock: testClock }, input);
        });
      } finally {
        await from.close();
      }
    },
    rows: async <T>(query: string) => (await db.owner.query(query, [here])).rows as T[],
    cards: async (language = "en") => {
      const words = wordsIn(language, "public", { timeZone: "America/New_York", now: testClock.now() });
      const { results, closed } = await find({});
      return new Map(
        [...results, ...closed].map((result) => {
          const { lines, phone } = describeCard(words, result, new Set());
          const said = { phone: phone?.words ?? "", href: phone?.href ?? "" };
          return [result.card.name, { lines: lines.map((line) => line.words), ...said }];
        }),
      );
    },
    give: async () => {
      const file = path.join(await folderOf({}), "out.zip");
      const ask = { format: "csv" as const, title: "Case", profile: null };
      await asSystem(db, here, (ctx) =>
        writeHsdsPackage(ctx, ask, (bytes) => pipeline(bytes, createWriteStream(file))),
      );
      const files = await readZip(file);
      return { file, table: (name) => readCsv(files.get(`${name}.csv`) ?? "") };
    },
  };
}
/** Notes of a report as one line each: file, line, column, code. */
export const told = (notes: ImportReport["warnings"]): string[] =>
  notes.map(({ file, line, column, code }) => [file, line, column, code].join(" ")).toSorted();
