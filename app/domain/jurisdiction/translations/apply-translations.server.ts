import { z } from "zod";
import type { Ctx } from "../../kernel/context";
import { Conflict, DomainError, Invalid } from "../../kernel/errors";
import { whereFor } from "../../kernel/index.server";
import { parseInput } from "../../kernel/parse-input";
import { listTranslations } from "./list-translations.server";
import type { Translation } from "./translation";
import { writeWords } from "./write-words.server";

const longest = 1000;
const cell = z
  .string()
  .max(longest * 2)
  .default("")
  .transform((text) => text.replace(/\s+/g, " ").trim());
const rowSchema = z.object({ line: z.number().int(), key: cell, english: cell, spanish: cell });
const readSchema = z.object({ rows: z.array(rowSchema).max(2000, "too_many") });
const changeSchema = z.object({
  key: cell,
  english: cell,
  spanish: cell,
  fromEnglish: cell,
  fromSpanish: cell,
});
const applySchema = z.object({ changes: z.array(changeSchema).min(1, "nothing").max(300, "too_many") });

/** What a line of a file changes. */
export type WordsChange = {
  key: string;
  kind: Translation["kind"];
  of: string;
  english: string;
  spanish: string;
  fromEnglish: string;
  fromSpanish: string;
};
/** Why a line is not taken; a code may name what it speaks of behind a colon. */
export type LineFault = { line: number; key: string; code: string };
export type FileRead = { changes: WordsChange[]; faults: LineFault[]; unchanged: number };

const codeOf = (error: unknown): string => {
  if (error instanceof Invalid) return Object.values(error.fieldErrors).flat()[0] ?? "other";
  if (error instanceof DomainError) return error.message;
  throw error;
};

/** An empty cell changes nothing: a translator leaves open what is not done yet. */
const changeOf = (row: Translation, typed: { english: string; spanish: string }): WordsChange => ({
  ...{ key: row.key, kind: row.kind, of: row.of },
  ...{ english: typed.english || row.english, spanish: typed.spanish || row.spanish },
  ...{ fromEnglish: row.english, fromSpanish: row.spanish },
});
const isChange = (one: WordsChange) => one.english !== one.fromEnglish || one.spanish !== one.fromSpanish;

/** Reads a filled file: what it would change, and the lines that cannot be taken, each with why. Changes nothing. Throws Forbidden, Invalid. */
export async function readTranslations(ctx: Ctx, input: z.input<typeof readSchema>): Promise<FileRead> {
  whereFor(ctx, "write", "JurisdictionVersion");
  const { rows } = parseInput(readSchema, input);
  const known = new Map((await listTranslations(ctx)).map((row) => [row.key, row]));
  const seen = new Set<string>();
  const read: FileRead = { changes: [], faults: [], unchanged: 0 };
  for (const { line, key, ...typed } of rows) {
    const row = known.get(key);
    const fault = (code: string) => read.faults.push({ line, key, code });
    if (!row) fault("unknown_key");
    else if (seen.has(key)) fault("twice");
    else {
      const change = changeOf(row, typed);
      if (!isChange(change)) read.unchanged += 1;
      else if (!row.here) fault("own_page");
      else
        await writeWords(ctx, [change], true).then(
          () => read.changes.push(change),
          (error: unknown) => fault(codeOf(error)),
        );
    }
    seen.add(key);
  }
  return read;
}

/**
 * Makes the changes that were looked at, all or none, through the operations that own the words. Throws Forbidden, Invalid,
 * Conflict("translation_changed") when something is no longer as it was looked at.
 */
export async function applyTranslations(ctx: Ctx, input: z.input<typeof applySchema>): Promise<number> {
  whereFor(ctx, "write", "JurisdictionVersion");
  const { changes } = parseInput(applySchema, input);
  const known = new Map((await listTranslations(ctx)).map((row) => [row.key, row]));
  const words = changes.map(({ key, fromEnglish, fromSpanish, ...typed }) => {
    const row = known.get(key);
    if (!row?.here || row.english !== fromEnglish || row.spanish !== fromSpanish)
      throw new Conflict("translation_changed");
    return changeOf(row, typed);
  });
  await writeWords(ctx, words);
  return words.length;
}
