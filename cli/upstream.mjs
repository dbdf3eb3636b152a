#!/usr/bin/env node
// `upstream <command> [words]`: starts cli/<command>.ts (or cli/<command>-<word>.ts) with tsx on the pinned Node.
// Plain Node without dependencies: it must be able to say what is missing before anything is installed.
import { spawn } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { thriftyNode } from "./thrifty-node.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.dirname(here);
const words = process.argv.slice(2);

/** A command runs when it is read; what else lies here is a part of one. */
function isCommand(name) {
  const file = path.join(here, `${name}.ts`);
  return existsSync(file) && /^await runCommand\(/m.test(readFileSync(file, "utf8"));
}

function findCommand() {
  for (const length of [2, 1]) {
    const name = words.slice(0, length).join("-");
    if (words.length >= length && /^[a-z-]+$/.test(name) && isCommand(name))
      return { name, rest: words.slice(length) };
  }
  return null;
}

function listCommands() {
  return readdirSync(here)
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    .map((file) => file.slice(0, -3))
    .filter(isCommand);
}

const command = findCommand();
if (command === null) {
  process.stderr.write(
    `usage: npm run -s upstream -- <command>\ncommands: ${listCommands().join(", ").replaceAll("-", " ")}\n`,
  );
  process.exit(2);
}
const node = path.join(root, "node_modules", "node", "bin", "node");
if (!existsSync(path.join(root, "node_modules", "tsx"))) {
  process.stderr.write("Nothing is installed yet. Run `npm start` (or `npm ci`) first.\n");
  process.exit(2);
}
const thrift = ["import-hsds", "export-hsds"].includes(command.name) ? thriftyNode : [];
const child = spawn(
  existsSync(node) ? node : process.execPath,
  [...thrift, "--import", "tsx", path.join(here, `${command.name}.ts`), ...command.rest],
  {
    stdio: "inherit",
    cwd: root,
  },
);
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 130 : 143)));
