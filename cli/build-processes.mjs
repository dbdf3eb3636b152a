// Web, worker, seed and supervisor as one file each: they start in a fraction of what tsx needs.
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";

// Vite's own esbuild: the one at the top of node_modules is older.
const require = createRequire(createRequire(import.meta.url).resolve("vite/package.json"));
const { build } = require("esbuild");

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

await build({
  absWorkingDir: root,
  entryPoints: {
    web: "server.ts",
    worker: "server/worker.ts",
    seed: "server/seed.ts",
    supervise: "server/supervise.ts",
  },
  outdir: "build",
  outExtension: { ".js": ".mjs" },
  bundle: true,
  packages: "external",
  platform: "node",
  target: "node24",
  format: "esm",
  sourcemap: "linked",
  logLevel: "warning",
  alias: { "~": path.join(root, "app") },
  tsconfig: "tsconfig.json",
});
