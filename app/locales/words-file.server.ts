import { createHash } from "node:crypto";
import { isLanguage, type Language, type Namespace, namespaces } from "./languages";
import { resources } from "./resources.server";

/** A script that browsers keep: its address changes with what stands in it. */
export interface WordsFile {
  path: string;
  script: string;
}

const nameOf = (language: Language, wanted: readonly Namespace[]) => [language, ...wanted].join(".");

function writeFile(language: Language, wanted: readonly Namespace[]): WordsFile {
  const words = Object.fromEntries(wanted.map((namespace) => [namespace, resources[language][namespace]]));
  const script = `self.upstreamWords=${JSON.stringify(words)}`;
  const hash = createHash("sha256").update(script).digest("base64url").slice(0, 12);
  return { path: `/words/${nameOf(language, wanted)}.${hash}.js`, script };
}

const written = new Map<string, WordsFile>();

/**
 * The words of some namespaces for a page's script, as a file of their own: they were a third of every page of a call.
 * Only our own sentences stand in it. Kept for as long as the process lives: only for what pages ask.
 */
export function wordsFile(language: Language, wanted: readonly Namespace[]): WordsFile {
  const name = nameOf(language, wanted);
  const file = written.get(name) ?? writeFile(language, wanted);
  written.set(name, file);
  return file;
}

/**
 * The file of an address below /words, and whether it is exactly the one meant; null for an address that is none. Made
 * anew each time: browsers keep it, and an address that anybody can make up must not be kept here.
 */
export function readWordsAddress(address: string): (WordsFile & { exact: boolean }) | null {
  const [language, ...rest] = address.replace(/^\/words\//, "").split(".");
  const wanted = rest.slice(0, -2);
  const known = (name: string): name is Namespace => namespaces.some((each) => each === name);
  const asked = wanted.filter(known);
  if (!isLanguage(language) || asked.length === 0 || asked.length !== wanted.length) return null;
  if (new Set(asked).size !== asked.length || rest.at(-1) !== "js") return null;
  const file = writeFile(language, asked);
  return { ...file, exact: file.path === address };
}
