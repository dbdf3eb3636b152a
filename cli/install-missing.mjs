// Plain Node without dependencies, also on a machine whose own Node is 20: nothing is installed yet.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const inRoot = (...parts) => path.join(root, ...parts);
// Not in build/: Remix empties it.
const stampsFile = inRoot("node_modules", ".cache", "upstream-stamps.json");

/** The pinned Node of package.json, once installed. */
export const pinnedNode = inRoot(
  "node_modules",
  "node",
  "bin",
  process.platform === "win32" ? "node.exe" : "node",
);

// The schema engine of the prisma command is not used (prisma/schema-engine.ts) and its download may be blocked.
const environment = () => ({
  ...process.env,
  PRISMA_SCHEMA_ENGINE_BINARY: existsSync("/bin/true") ? "/bin/true" : process.execPath,
  npm_config_engine_strict: "false",
  npm_config_audit: "false",
  npm_config_fund: "false",
  // npm warns of the machine's own Node, which only begins; its errors are still told.
  npm_config_loglevel: "error",
  NODE_ENV: undefined,
  PATH: [inRoot("node_modules", "node", "bin"), inRoot("node_modules", ".bin"), process.env.PATH].join(
    path.delimiter,
  ),
});

function attempt(command, args) {
  return spawnSync(command, args, { cwd: root, env: environment(), stdio: ["ignore", 2, 2] });
}

/** Runs a command to its end; its words are shown, and a failure ends the start. */
function run(command, args, what) {
  const result = attempt(command, args);
  if (result.status === 0) return;
  process.stderr.write(
    `${what} failed (${result.error?.message ?? result.signal ?? `exit ${result.status}`}).\n`,
  );
  process.exit(1);
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

/** What package-lock.json asks for is what npm last put into node_modules; packages of other machines are left out. */
function isInstalled() {
  const wanted = readJson(inRoot("package-lock.json"))?.packages ?? {};
  const there = readJson(inRoot("node_modules", ".package-lock.json"))?.packages;
  if (!there || !existsSync(pinnedNode)) return false;
  return Object.entries(wanted).every(
    ([name, entry]) =>
      name === "" ||
      entry.link ||
      (there[name] ? there[name].version === entry.version : entry.optional || entry.peer),
  );
}

function npm(...args) {
  const cli = process.env.npm_execpath;
  if (cli?.endsWith(".js") || cli?.endsWith(".cjs")) return [process.execPath, [cli, ...args]];
  return [process.platform === "win32" ? "npm.cmd" : "npm", args];
}

/** `npm ci` when node_modules is absent or is not what the lockfile says. */
export function installMissing() {
  if (isInstalled()) return;
  process.stderr.write("Installing packages (once; a few minutes) ...\n");
  const everything = ["--include=dev", "--include=optional"];
  // A mirror of the registry may lack packages of other machines, which npm ci asks for; npm install does without.
  if (attempt(...npm("ci", ...everything)).status !== 0)
    run(...npm("install", "--no-save", ...everything), "Installing packages");
  if (!existsSync(pinnedNode)) run(...npm("rebuild", "node"), "Installing the pinned Node");
}

function filesUnder(folder) {
  if (!existsSync(folder)) return [];
  if (statSync(folder).isFile()) return [folder];
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .filter((entry) => !(entry.name === "generated" && folder.endsWith("db")))
    .flatMap((entry) =>
      entry.isDirectory() ? filesUnder(path.join(folder, entry.name)) : [path.join(folder, entry.name)],
    );
}

function hashOf(...sources) {
  const hash = createHash("sha256");
  for (const file of sources.flatMap((source) => filesUnder(inRoot(source)))) {
    if (/\.test\.tsx?$/.test(file)) continue;
    hash.update(path.relative(root, file)).update(readFileSync(file));
  }
  return hash.digest("hex");
}

function keepStamp(name, value) {
  mkdirSync(path.dirname(stampsFile), { recursive: true });
  writeFileSync(stampsFile, JSON.stringify({ ...readJson(stampsFile), [name]: value }));
}

/** The Prisma client, when the schema files changed. */
export function generateClient() {
  const hash = hashOf("prisma/schema", "package-lock.json");
  if (existsSync(inRoot("app", "db", "generated", "client.ts")) && readJson(stampsFile)?.schema === hash)
    return;
  run(pinnedNode, [inRoot("node_modules", "prisma", "build", "index.js"), "generate"], "prisma generate");
  keepStamp("schema", hash);
}

const sources = [
  "app",
  "server",
  "cli",
  "prisma",
  "public",
  "server.ts",
  "vite.config.ts",
  "remix.config.js",
  "tailwind.config.ts",
  "postcss.config.js",
  "tsconfig.json",
  "package-lock.json",
];

/** Pages and processes into build/, when a source changed since the last build that succeeded. */
export function buildSources() {
  const hash = hashOf(...sources);
  const stamps = readJson(stampsFile);
  if (stamps?.sources === hash && existsSync(inRoot("build", "supervise.mjs"))) return;
  process.stderr.write("Building ...\n");
  keepStamp("sources", "");
  run(
    pinnedNode,
    [inRoot("node_modules", "@remix-run", "dev", "dist", "cli.js"), "vite:build", "--logLevel", "error"],
    "The build of the pages",
  );
  run(pinnedNode, [inRoot("cli", "build-processes.mjs")], "The build of the processes");
  keepStamp("sources", hash);
}
