import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const listed = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
  encoding: "utf8",
});
const files = listed.split("\n").filter((file) => file !== "" && existsSync(file));
const named = /`((?:[\w.$-]+\/)*[\w.$-]+\.(?:tsx?|mjs|cjs|prisma|md)|(?:[\w.$-]+\/)+)`/g;

/** Not in git; or a word that stands for any. */
const notOnes = /^(generated|postgres)\/$|\b[A-Z]{3,}\b(?!\.md)/;

/** Whether a document may call something so: by its path, from the root or a part of it. */
function isThere(name: string): boolean {
  const wanted = name.replace(/^(\.\.\/)+/, "");
  if (!name.endsWith("/")) return files.some((file) => file === wanted || file.endsWith(`/${wanted}`));
  return files.some((file) => file.startsWith(wanted) || file.includes(`/${wanted}`));
}

it.each(files.filter((file) => file.endsWith(".md")))(
  "%s names only files and folders that are there",
  (document) => {
    const names = [...readFileSync(document, "utf8").matchAll(named)].map(([, name]) => name ?? "");
    expect(names.filter((name) => !notOnes.test(name) && !isThere(name))).toEqual([]);
  },
);

function foldersIn(folder: string): string[] {
  const inside = files.filter((file) => file.startsWith(folder)).map((file) => file.slice(folder.length));
  const names = inside.flatMap((rest) => (rest.includes("/") ? [rest.slice(0, rest.indexOf("/") + 1)] : []));
  return [...new Set(names)].filter((name) => !name.startsWith("."));
}

it.each([
  ["docs/architecture.md", ""],
  ["docs/architecture.md", "app/"],
  ["docs/architecture.md", "app/domain/"],
  ["docs/architecture.md", "app/interop/"],
  ["docs/architecture.md", "app/routes/"],
  ["docs/architecture.md", "tests/"],
  ["app/domain/directory/README.md", "app/domain/directory/"],
  ["app/domain/referrals/README.md", "app/domain/referrals/"],
])("%s names every folder of '%s'", (document, folder) => {
  const text = readFileSync(document, "utf8");
  expect(foldersIn(folder).filter((name) => !text.includes(name))).toEqual([]);
});
