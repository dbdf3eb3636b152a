#!/usr/bin/env node
// `npm test`: its own set-up, every kind of test, one closing line. Plain Node at first: nothing may be installed yet.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { inPinnedNode } from "../../cli/in-pinned-node.mjs";
import { buildSources, generateClient, installMissing, root } from "../../cli/install-missing.mjs";

const bin = (name) => path.join(root, "node_modules", ...name.split("/"));
const results = path.join(root, "test-results");
const children = new Set();
const total = { passed: 0, failed: 0 };
const environment = {
  ...process.env,
  // A person's own settings must not reach the tests.
  DATABASE_URL: "",
  SENDGRID_API_KEY: "",
  PUBLIC_ORIGIN: "",
  CHANGES_PER_MINUTE: "",
  DATA_FOLDER: "",
  UPSTREAM_DEMO: "",
  FORCE_COLOR: process.stdout.isTTY ? "1" : "0",
};

function run(args, extra = {}, quiet = false) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...environment, ...extra },
      stdio: ["ignore", quiet ? "pipe" : "inherit", quiet ? "pipe" : "inherit"],
    });
    children.add(child);
    let said = "";
    child.stdout?.on("data", (part) => (said += part));
    child.stderr?.on("data", (part) => (said += part));
    child.on("exit", (code) => {
      children.delete(child);
      resolve({ ok: code === 0, said });
    });
  });
}

function count(name, { passed, failed }, since) {
  total.passed += passed;
  total.failed += failed;
  const seconds = ((Date.now() - since) / 1_000).toFixed(0);
  console.log(`${failed === 0 ? "ok  " : "FAIL"} ${name}: ${passed} passed, ${failed} failed (${seconds} s)`);
}

/** A check that passes or fails as one; it speaks only when it fails. */
async function check(name, args) {
  const since = Date.now();
  const { ok, said } = await run(args, {}, true);
  if (!ok) console.log(said.trim());
  count(name, ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }, since);
}

function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null;
}

async function runVitest() {
  const since = Date.now();
  const file = path.join(results, "vitest.json");
  const { ok } = await run([
    bin("vitest/vitest.mjs"),
    "run",
    "--reporter=dot",
    "--reporter=json",
    `--outputFile.json=${file}`,
  ]);
  const report = readReport(file);
  const failed =
    (report?.numFailedTests ?? 0) +
    (report?.testResults ?? []).filter(
      (f) => f.status === "failed" && f.assertionResults.every((t) => t.status !== "failed"),
    ).length;
  count(
    "unit, database, matrix, routes, processes",
    { passed: report?.numPassedTests ?? 0, failed: ok ? failed : Math.max(1, failed) },
    since,
  );
}

async function runJourneys() {
  const since = Date.now();
  const { findBrowser } = await import("./find-browser.mjs");
  const browser = findBrowser();
  if (browser === null) return count("browser journeys", { passed: 0, failed: 1 }, since);
  const file = path.join(results, "journeys.json");
  const data = path.join("data", `e2e-${process.pid}`);
  const extra = { UPSTREAM_BROWSER: browser, PLAYWRIGHT_JSON_OUTPUT_NAME: file, E2E_DATA: data };
  const output = path.join(results, "journeys");
  const { ok } = await run(
    [
      bin("@playwright/test/cli.js"),
      "test",
      "--reporter=list,json",
      `--output=${output}`,
      "--pass-with-no-tests",
    ],
    extra,
  );
  rmSync(path.join(root, data), { recursive: true, force: true });
  const stats = readReport(file)?.stats;
  const passed = (stats?.expected ?? 0) + (stats?.flaky ?? 0);
  count("browser journeys", { passed, failed: ok ? 0 : Math.max(1, stats?.unexpected ?? 0) }, since);
}

async function runAll() {
  const since = Date.now();
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });
  if (!existsSync(path.join(root, "..", "shared")) && !process.env.UPSTREAM_SHARED) {
    console.log("../shared is not here: tests that read it say so and do not run.");
  }
  generateClient();
  buildSources();
  await Promise.all([
    check("format", [bin("prettier/bin/prettier.cjs"), "--check", "--log-level=warn", "."]),
    check("types", [bin("typescript/bin/tsc"), "--noEmit"]),
  ]);
  await Promise.all([
    check("lint", [bin("eslint/bin/eslint.js"), "--quiet", "."]),
    check("directions", [
      bin("dependency-cruiser/bin/dependency-cruise.mjs"),
      "app",
      "server",
      "cli",
      "prisma",
      "server.ts",
    ]),
  ]);
  await runVitest();
  await runJourneys();
  console.log(`All of it in ${((Date.now() - since) / 60_000).toFixed(1)} minutes`);
  console.log(`${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed === 0 ? 0 : 1;
}

/** Told to stop, or npm is gone: what was started ends too. */
function leave() {
  for (const child of children) child.kill("SIGTERM");
  setTimeout(() => process.exit(1), 5_000).unref();
}
const parent = process.ppid;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, leave);
setInterval(() => process.ppid !== parent && leave(), 1_000).unref();

installMissing();
await inPinnedNode("tests/setup/run-tests.mjs", runAll);
