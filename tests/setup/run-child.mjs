// Children of `npm test`: their lines reach the terminal whole, and none outlives it.
import { spawn } from "node:child_process";
import { setPriority } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "../../cli/install-missing.mjs";

const children = new Set();
const endWithParent = pathToFileURL(path.join(root, "tests", "setup", "end-with-parent.mjs")).href;
const environment = {
  ...process.env,
  // A person's own settings must not reach the tests.
  DATABASE_URL: "",
  SENDGRID_API_KEY: "",
  SMTP_URL: "",
  PUBLIC_ORIGIN: "",
  CHANGES_PER_MINUTE: "",
  DATA_FOLDER: "",
  UPSTREAM_DEMO: "",
  ...(process.stdout.isTTY ? { FORCE_COLOR: "1" } : { NO_COLOR: "1", FORCE_COLOR: undefined }),
};

/** Hands on whole lines, so that two children do not write into each other's. */
function byLine(stream, take) {
  let rest = "";
  stream.setEncoding("utf8").on("data", (part) => {
    const lines = (rest + part).split("\n");
    rest = lines.pop();
    if (lines.length > 0) take(`${lines.join("\n")}\n`);
  });
  stream.on("end", () => rest && take(`${rest}\n`));
}

/**
 * Runs a script of Node. Answers whether it ended well, and with `quiet` what it said instead of saying it; `behind` others when
 * the processor is asked for by both.
 */
export function runChild(args, { env = {}, quiet = false, behind = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ["--import", endWithParent, ...args], {
      cwd: root,
      env: { ...environment, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    children.add(child);
    if (behind && child.pid) setPriority(child.pid, 5);
    let said = "";
    const take = (lines) => (quiet ? (said += lines) : process.stdout.write(lines));
    byLine(child.stdout, take);
    byLine(child.stderr, take);
    child.on("close", (code) => {
      children.delete(child);
      resolve({ ok: code === 0, said });
    });
  });
}

/** Told to stop, or npm is gone: what was started ends too, first in order, then at once. */
export function endWithStarter() {
  const parent = process.ppid;
  const stop = (signal) => {
    for (const child of children) child.kill(signal);
  };
  const end = () => process.exit(130);
  let leaving = false;
  const leave = () => {
    if (leaving) return;
    leaving = true;
    stop("SIGINT");
    setInterval(() => children.size === 0 && end(), 100);
    setTimeout(() => {
      stop("SIGKILL");
      end();
    }, 20_000);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, leave);
  setInterval(() => process.ppid !== parent && leave(), 1_000).unref();
}
