import { createInterface } from "node:readline";
import type { Stage } from "~/domain/directory/import/import-stage";
import { hsdsTables } from "./hsds-tables";
import { isObject, jsonFlattener, type JsonObject } from "./flatten-json";
import { UnusableFiles } from "./import-report";
import { tableNamed } from "./import-tables";
import { type PackageFiles, readWhole } from "./package-files";

const longestLine = 50_000_000;
const largestWhole = 200_000_000;

/** Files of nested objects by what they hold, in the order that keeps whole objects before their short forms. */
export function jsonFiles(names: readonly string[]): [string, string][] {
  const order = ["taxonomy", "taxonomy_term", "organization", "location", "service", "service_at_location"];
  return order.flatMap((object) => {
    const file = names.find((name) => {
      const word = /^(.+)\.(ndjson|jsonl|json)$/i.exec(name)?.[1];
      return word !== undefined && tableNamed(word) === object;
    });
    return file ? [[object, file] as [string, string]] : [];
  });
}

function parse(text: string, file: string, line: number | null): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UnusableFiles(`${file}${line === null ? "" : `, line ${line}`}: not JSON that can be read.`);
  }
}

/** Objects of a file: one a line, or one array, or a page with `contents`. */
async function* objectsOf(
  files: PackageFiles,
  file: string,
): AsyncGenerator<{ line: number | null; value: JsonObject; characters: number }> {
  if (/\.json$/i.test(file)) {
    const whole = parse(await readWhole(files, file, largestWhole), file, null);
    const list: unknown[] = Array.isArray(whole)
      ? whole
      : isObject(whole) && Array.isArray(whole["contents"])
        ? whole["contents"]
        : [whole];
    for (const value of list) if (isObject(value)) yield { line: null, value, characters: 0 };
    return;
  }
  let line = 0;
  for await (const text of createInterface({ input: await files.open(file), crlfDelay: Infinity })) {
    line += 1;
    if (text.length > longestLine) throw new UnusableFiles(`${file}, line ${line}: too long.`);
    if (text.trim() === "") continue;
    const value = parse(text.replace(/^\uFEFF/, ""), file, line);
    if (!isObject(value)) throw new UnusableFiles(`${file}, line ${line}: not a JSON object.`);
    yield { line, value, characters: text.length + 1 };
  }
}

const ownFields = new Set(
  hsdsTables
    .filter((table) => table.name === "service")
    .flatMap((table) => table.fields.filter((field) => field.own).map((field) => field.name)),
);

/** Whether a source speaks our own profile: then its silence about a field of ours is a value too. */
async function speaksOwn(files: PackageFiles, found: [string, string][]): Promise<boolean> {
  const service = found.find(([object]) => object === "service");
  if (!service) return false;
  let looked = 0;
  for await (const { value } of objectsOf(files, service[1])) {
    if (Object.keys(value).some((key) => ownFields.has(key))) return true;
    if ((looked += 1) >= 20) break;
  }
  return false;
}

/** Reads nested objects, as an HSDS API answers them and our own export writes them. Throws UnusableFiles. */
export async function readJson(stage: Stage, files: PackageFiles): Promise<void> {
  const found = jsonFiles(files.names);
  const { flatten, tell } = jsonFlattener(stage, await speaksOwn(files, found));
  for (const [object, file] of found) {
    let count = 0;
    for await (const { line, value, characters } of objectsOf(files, file)) {
      count += 1;
      stage.passed(characters);
      await flatten(object, value, { file, line, keys: {}, fallback: "" });
    }
    tell(file);
    stage.progress(`${file}: ${count} objects read`);
  }
}
