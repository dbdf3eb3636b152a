#!/usr/bin/env node
// `npm start`: installs what is missing, builds when sources changed, runs the portal. Plain Node without dependencies.
import path from "node:path";
import { pathToFileURL } from "node:url";
import { thriftyNode } from "./thrifty-node.mjs";
import { inPinnedNode } from "./in-pinned-node.mjs";
import { buildSources, generateClient, installMissing, root } from "./install-missing.mjs";

const usage = `usage: npm start [-- OPTIONS]
  --empty        one jurisdiction, "default", and no story
  --dev          pages from source, rebuilt as you write
  --build-only   install, generate and build, then stop
PORT (3000), DATABASE_URL and DATA_FOLDER (data) are read from the environment; app/env.server.ts lists all settings.`;

const known = ["--empty", "--dev", "--build-only", "--help"];
const options = process.argv.slice(2);
const unknown = options.find((option) => !known.includes(option));
if (unknown !== undefined || options.includes("--help")) {
  process[unknown === undefined ? "stdout" : "stderr"].write(
    `${unknown === undefined ? "" : `Unknown option ${unknown}\n`}${usage}\n`,
  );
  process.exit(unknown === undefined ? 0 : 2);
}
const [major = 0] = process.versions.node.split(".").map(Number);
if (major < 20) {
  process.stderr.write(`Node ${process.version} is too old: 20 or later is needed to begin with.\n`);
  process.exit(1);
}

async function runPortal() {
  generateClient();
  const development = options.includes("--dev");
  if (options.includes("--build-only")) return buildSources();
  process.chdir(root);
  const from = (name, source) =>
    development
      ? ["--import", "tsx", source]
      : [
          "--enable-source-maps",
          "--max-semi-space-size=32",
          "--disable-warning=DeprecationWarning",
          path.join("build", `${name}.mjs`),
        ];
  if (development) (await import("tsx/esm/api")).register();
  else buildSources();
  const file = development ? "server/supervise.ts" : "build/supervise.mjs";
  const { supervise } = await import(pathToFileURL(path.join(root, file)).href);
  const commands = {
    web: from("web", "server.ts"),
    worker: [...thriftyNode, ...from("worker", "server/worker.ts")],
    seed: from("seed", "server/seed.ts"),
  };
  await supervise({ empty: options.includes("--empty"), development, commands });
}

installMissing();
await inPinnedNode("cli/start.mjs", runPortal).catch((error) => {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exit(1);
});
