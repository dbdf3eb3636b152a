import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";

/** Script of a page, gzip, in kB (design.md section 13). */
const budgets: Record<string, number> = { provider: 135, intake: 180, linkage: 135 };

type Part = { id: string; module: string; imports?: string[] };
type Manifest = { entry: Part; routes: Record<string, Part> };

const client = path.resolve("build/client");

function readManifest(): Manifest {
  const name = readdirSync(path.join(client, "assets")).find((file) => /^manifest-.*\.js$/.test(file));
  if (!name) throw new Error("No build: run `npm run build` first.");
  const words = readFileSync(path.join(client, "assets", name), "utf8");
  return JSON.parse(words.slice(words.indexOf("{"), words.lastIndexOf("}") + 1)) as Manifest;
}

/** Static imports of a script, followed to the end; what a page must have before it answers a key. */
function scriptsOf(files: string[], seen = new Set<string>()): Set<string> {
  for (const file of files) {
    if (seen.has(file)) continue;
    seen.add(file);
    const words = readFileSync(path.join(client, file), "utf8");
    const next = [...words.matchAll(/(?:from|import)"\.\/([\w.$-]+\.js)"/g)].map(
      ([, name]) => `/assets/${name}`,
    );
    scriptsOf(next, seen);
  }
  return seen;
}

describe("the script of a page", () => {
  const manifest = readManifest();
  const asksForScript = ({ id }: Part) =>
    existsSync(`app/${id}.tsx`) && readFileSync(`app/${id}.tsx`, "utf8").includes("hydrate: true");
  const withScript = Object.values(manifest.routes).filter(asksForScript);

  it("is sent at the desks where hands are quick, and nowhere else", () => {
    const desks = new Set(withScript.map(({ id }) => id.split("/")[1]));
    expect([...desks].sort()).toEqual(["intake", "linkage", "provider"]);
  });
  it.each(withScript.map((route) => route.id))("%s stays within its budget", (id) => {
    const parts = [manifest.entry, manifest.routes["root"]!, manifest.routes[id]!];
    const files = scriptsOf(parts.flatMap((part) => [part.module, ...(part.imports ?? [])]));
    const bytes = [...files].reduce(
      (sum, file) => sum + gzipSync(readFileSync(path.join(client, file))).length,
      0,
    );
    expect(bytes / 1_000).toBeLessThan(budgets[id.split("/")[1]!]!);
  });
});
