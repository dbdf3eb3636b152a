// The machine's Node begins (20 or later); the pinned one of package.json does the work.
import { spawn } from "node:child_process";
import { realpathSync } from "node:fs";
import path from "node:path";
import { pinnedNode, root } from "./install-missing.mjs";

/** Runs `work` here when this is the pinned Node; else starts `file` again in it and passes signals on. */
export async function inPinnedNode(file, work) {
  if (realpathSync(process.execPath) === realpathSync(pinnedNode)) return work();
  const child = spawn(pinnedNode, [path.join(root, file), ...process.argv.slice(2)], {
    cwd: root,
    stdio: "inherit",
  });
  const parent = process.ppid;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill("SIGTERM"));
  if (process.env.npm_lifecycle_event)
    setInterval(() => process.ppid !== parent && child.kill("SIGTERM"), 300).unref();
  process.exitCode = await new Promise((resolve) => child.on("exit", (code) => resolve(code ?? 1)));
}
