import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { languages, namespaces } from "./languages";
import { resources, type WordTree } from "./resources.server";

const plural = /_(zero|one|two|few|many|other)$/;

/** "a.b" -> text, lists by index */
function flatten(words: WordTree[string], at = ""): [string, string][] {
  if (typeof words === "string") return [[at, words]];
  return Object.entries(words).flatMap(([key, value]) =>
    flatten(value as WordTree[string], at ? `${at}.${key}` : key),
  );
}

/** `_other` alone is an ordinary key ("not_eligible_other"); beside `_one` it is a plural. */
const isPlural = (key: string, keys: Set<string>) =>
  plural.test(key) && keys.has(key.replace(plural, "_one"));
const keysOf = (entries: [string, string][]) =>
  [...new Set(entries.map(([key]) => key.replace(plural, "_plural")))].sort();
const placeholders = (text: string) =>
  [...new Set(text.match(/\{\{\s*[\w.]+/g) ?? [])].map((hole) => hole.replace(/\{\{\s*/, "")).sort();

describe.each(namespaces)("words of %s", (namespace) => {
  const en = flatten(resources.en[namespace]);
  const es = flatten(resources.es[namespace]);

  it("has the same keys in both languages", () => {
    expect(keysOf(es)).toEqual(keysOf(en));
  });

  it("has the same placeholders in both languages", () => {
    const holes = (entries: [string, string][]) => {
      const found = new Map<string, Set<string>>();
      for (const [key, text] of entries) {
        const name = key.replace(plural, "_plural");
        found.set(name, new Set([...(found.get(name) ?? []), ...placeholders(text)]));
      }
      return Object.fromEntries([...found].map(([key, set]) => [key, [...set].sort()]));
    };
    expect(holes(es)).toEqual(holes(en));
  });

  it("leaves nothing empty and has every plural form its language needs", () => {
    for (const language of languages) {
      const entries = flatten(resources[language][namespace]);
      expect(
        entries.filter(([key, text]) => text.trim() === "" && !key.endsWith(".text")).map(([key]) => key),
      ).toEqual([]);
      const keys = new Set(entries.map(([key]) => key));
      const needed = new Intl.PluralRules(language)
        .resolvedOptions()
        .pluralCategories.filter((form) => form !== "many"); // Spanish "many" starts at a million
      const missing = [...keys]
        .filter((key) => isPlural(key, keys))
        .flatMap((key) => needed.map((form) => key.replace(plural, `_${form}`)))
        .filter((key) => !keys.has(key));
      expect([...new Set(missing)]).toEqual([]);
    }
  });
});

/** design.md section 9, right column: words that never stand before a family or a worker. */
const unkind = {
  en: /\b(case|cases|client|clients|consumer|perpetrator|victims?|dysfunction|non-?compliant|dropped out|no-?show|unresponsive|rejected|ineligible|triage|disposition|foster child)\b/i,
  es: /\b(cliente|clientes|perpetrador|rechazad[oa]s?|víctimas?|disfunción)\b/i,
};

describe("the tone of design.md section 9", () => {
  it.each(["common", "status", "listing", "public", "pages", "family"] as const)(
    "is kept in %s",
    (namespace) => {
      for (const language of languages) {
        const found = flatten(resources[language][namespace]).filter(([, text]) =>
          unkind[language].test(text.replace(/\{\{.*?\}\}/g, "")),
        );
        expect(found).toEqual([]);
      }
    },
  );
});

describe("words used in pages", () => {
  it("exist: every literal key with a namespace is in the English files", () => {
    const known = new Set(
      namespaces.flatMap((namespace) =>
        flatten(resources.en[namespace]).flatMap(([key]) =>
          prefixes(`${namespace}:${key.replace(plural, "")}`),
        ),
      ),
    );
    const used = sourceFiles("app").flatMap((file) =>
      [...readFileSync(file, "utf8").matchAll(/\bt\(\s*"([a-z]+:[\w.-]+)"/g)].map((match) => ({
        file,
        key: match[1] ?? "",
      })),
    );
    expect(used.filter(({ key }) => !known.has(key))).toEqual([]);
  });
});

function prefixes(key: string): string[] {
  const parts = key.split(".");
  return parts.map((_, index) => parts.slice(0, index + 1).join("."));
}

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === "generated" ? [] : sourceFiles(file);
    return /\.tsx?$/.test(entry.name) && !/\.test\./.test(entry.name) ? [file] : [];
  });
}
