#!/usr/bin/env node
// `upstream <command> [words]`: starts cli/upstream.ts with tsx on the pinned Node.
// Plain Node without dependencies: it must be able to say what is missing before anything is installed.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { pinnedNode, root } from "./install-missing.mjs";
import { thriftyNode } from "./thrifty-node.mjs";

const words = process.argv.slice(2);
if (!existsSync(path.join(root, "node_modules", "tsx"))) {
  process.stderr.write("Nothing is installed yet. Run `npm start` (or `npm ci`) first.\n");
  process.exit(2);
}
const thrift = /^(import-(hsds|records)|export-hsds)/.test(words.slice(0, 2).join("-")) ? thriftyNode : [];
const child = spawn(
  existsSync(pinnedNode) ? pinnedNode : process.execPath,
  [...thrift, "--import", "tsx", path.join(root, "cli", "upstream.ts"), ...words],
  { stdio: "inherit", cwd: root },
);
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 130 : 143)));
