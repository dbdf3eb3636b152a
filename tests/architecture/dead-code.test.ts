import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { ourFiles, readExports } from "./read-exports";
import { isWritten, readWords } from "./read-words";

/** Names that a framework or the starter looks for: pages and their data, entries, the process that starts all others. */
const byConvention = [
  {
    file: /^app\/(routes\/.*|root)\.tsx?$|^tests\/bench\/baseline-app\//,
    name: /^(loader|action|handle|headers|links|meta)$/,
  },
  { file: /^app\/(routes\/.*|root)\.tsx$/, name: /^(Layout|ErrorBoundary|shouldRevalidate)$/ },
  { file: /^app\/entry\.server\.tsx$/, name: /^(streamTimeout|handleError|handleDataRequest)$/ },
  { file: /^server\/supervise\.ts$/, name: /^supervise$/ },
];
const expected = (file: string, name: string) =>
  byConvention.some((one) => one.file.test(file) && one.name.test(name));
/** Drawn ahead of the pages that show them: parts of a library of charts. */
const library = /^app\/ui\/charts\//;

it("hands out nothing that nobody takes", () => {
  const unused = readExports()
    .filter(({ takenBy }) => takenBy.size === 0)
    // The type of an answer may be named for its reader; one that not even its own file names is dead.
    .filter(({ isType, ownUses }) => !isType || ownUses === 0)
    .filter(({ file, name }) => !expected(file, name) && !library.test(file))
    .map(({ file, name }) => `${file}: ${name}`);
  expect(unused).toEqual([]);
}, 60_000);

type Words = { [key: string]: string | Words };
const keysOf = (words: Words, before = ""): string[] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === "string" ? [before + key] : keysOf(value, `${before}${key}.`),
  );

it("has no words that no page, mail or command says", () => {
  const written = readWords(/^(app|cli|server|prisma)\/.*\.(tsx?|mjs)$|^server\.ts$/);
  const unsaid = ourFiles(/^app\/locales\/en\/.*\.json$/).flatMap((file) => {
    const namespace = path.basename(file, ".json");
    const plural = /_(zero|one|two|few|many|other)$/;
    const keys = keysOf(JSON.parse(readFileSync(file, "utf8")) as Words).map((key) =>
      key.replace(plural, ""),
    );
    return [...new Set(keys)]
      .filter(
        (key) =>
          ![key, `${namespace}:${key}`].some((one) => written.whole.has(one) || isWritten(written, one)),
      )
      .map((key) => `${namespace}:${key}`);
  });
  expect(unsaid).toEqual([]);
});

it("styles nothing that no page draws", () => {
  const { whole, parts } = readWords(/^app\/.*\.tsx?$/);
  const texts = [...whole, ...parts.flat()];
  const drawn = new Set(texts.flatMap((text) => text.split(/[\s"'=<>]+/)));
  const begun = parts.flat().flatMap((text) => /\S+-$/.exec(text) ?? []);
  const idle = ourFiles(/^app\/.*\.css$/)
    .filter((file) => !file.endsWith("/chart.css"))
    .flatMap((file) => {
      const css = readFileSync(file, "utf8").replace(/\/\*[\s\S]*?\*\//g, "");
      const names = [...css.matchAll(/\.(-?[a-zA-Z_][\w-]*)(?=[^{}]*\{)/g)].map(([, name = ""]) => name);
      return [...new Set(names)]
        .filter((name) => !drawn.has(name) && !begun.some((start) => name.startsWith(start)))
        .map((name) => `${file}: .${name}`);
    });
  expect(idle).toEqual([]);
});
