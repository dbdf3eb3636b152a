import path from "node:path";
import { parseArgs, type ParseArgsConfig } from "node:util";
import type { Env } from "~/env.server";

/** What a command is given: where its words go, and its settings. */
export interface Terminal {
  out(words: string): void;
  err(words: string): void;
  settings(): Env;
}

/** Arguments or files that cannot be used: exit 2, the words to stderr. */
export class Unusable extends Error {}

type Options = NonNullable<ParseArgsConfig["options"]>;

const isRefused = (error: unknown): error is Error =>
  error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");

/** Reads what was typed: words in order, and options by name, which stand alone or take the next word. */
export function readCommandWords<const T extends Options>(typed: string[], options: T) {
  try {
    return parseArgs({ args: typed, options, allowPositionals: true });
  } catch (error) {
    throw isRefused(error) ? new Unusable(error.message.split(". ")[0]) : error;
  }
}

/** Options alone, for a command that takes nothing else. */
export function readOptions<const T extends Options>(typed: string[], options: T) {
  const { positionals, values } = readCommandWords(typed, options);
  if (positionals.length > 0) throw new Unusable(`"${positionals[0]}" is not an option of this command`);
  return values;
}

export function needOption(value: string | undefined, name: string): string {
  if (value === undefined) throw new Unusable(`--${name} is needed`);
  return value;
}

/** A path as the caller meant it: npm moves to the project's root and keeps where it was called in INIT_CWD. */
export function resolvePath(typed: string): string {
  return path.resolve(process.env["INIT_CWD"] ?? process.cwd(), typed);
}
