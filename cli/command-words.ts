import path from "node:path";

/** Arguments or files that cannot be used: exit 2, the words to stderr. */
export class Unusable extends Error {}

/** What was typed: words in order and options, each option known by name and whether it takes a value. */
export type CommandWords = { words: string[]; options: Map<string, string> };

/** Reads words and options; a name in `flags` stands alone, one in `values` takes the next word. */
export function readCommandWords(
  typed: string[],
  flags: readonly string[],
  values: readonly string[],
): CommandWords {
  const words: string[] = [];
  const options = new Map<string, string>();
  for (let i = 0; i < typed.length; i++) {
    const word = typed[i]!;
    if (!word.startsWith("--")) {
      words.push(word);
      continue;
    }
    const [name, inline] = splitOption(word);
    if (flags.includes(name)) {
      options.set(name, "true");
      continue;
    }
    if (!values.includes(name)) throw new Unusable(`unknown option --${name}`);
    const value = inline ?? typed[++i];
    if (value === undefined) throw new Unusable(`--${name} needs a value`);
    options.set(name, value);
  }
  return { words, options };
}

function splitOption(word: string): [string, string | undefined] {
  const at = word.indexOf("=");
  return at < 0 ? [word.slice(2), undefined] : [word.slice(2, at), word.slice(at + 1)];
}

export function needOption(typed: CommandWords, name: string): string {
  const value = typed.options.get(name);
  if (value === undefined) throw new Unusable(`--${name} is needed`);
  return value;
}

/** A path as the caller meant it: npm moves to the project's root and keeps where it was called in INIT_CWD. */
export function resolvePath(typed: string): string {
  return path.resolve(process.env["INIT_CWD"] ?? process.cwd(), typed);
}

/** Runs a command's body and ends the process: 0 done, 2 unusable arguments or files, 1 a fault. No stack is printed. */
export async function runCommand(body: () => Promise<void>): Promise<void> {
  try {
    await body();
    process.exitCode = 0;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = error instanceof Unusable ? 2 : 1;
  }
}
