#!/usr/bin/env node
// `npm test`: its own set-up, every kind of test, one closing line. Plain Node at first: nothing may be installed yet.
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { totalmem } from "node:os";
import path from "node:path";
import { inPinnedNode } from "../../cli/in-pinned-node.mjs";
import { buildSources, generateClient, installMissing, root } from "../../cli/install-missing.mjs";
import { chooseTests, isJourney } from "./choose-tests.mjs";
import { printEnd } from "./print-end.mjs";
import { endWithStarter, runChild } from "./run-child.mjs";

const bin = (name) => path.join(root, "node_modules", ...name.split("/"));
const results = path.join(root, "test-results");
const since = Date.now();
/** What each part of the run came to: its name, and files with seconds, tests that passed, tests that failed and why. */
const parts = [];

function count(name, files, begun) {
  parts.push(...files);
  const passed = files.reduce((sum, file) => sum + file.passed, 0);
  const failed = files.reduce((sum, file) => sum + file.failed.length, 0);
  const seconds = ((Date.now() - begun) / 1_000).toFixed(0);
  console.log(`${failed === 0 ? "ok  " : "FAIL"} ${name}: ${passed} passed, ${failed} failed (${seconds} s)`);
}

/** A check that passes or fails as one; it speaks only when it fails. */
async function check(name, args) {
  const begun = Date.now();
  const { ok, said } = await runChild(args, { quiet: true });
  if (!ok) console.log(said.trim());
  const seconds = (Date.now() - begun) / 1_000;
  const failed = ok ? [] : [{ name, why: "see above" }];
  count(name, [{ file: name, seconds, passed: ok ? 1 : 0, failed }], begun);
}

async function runChecks() {
  await check("types", [bin("typescript-native/bin/tsc"), "--noEmit"]);
  await check("lint", [bin("eslint/bin/eslint.js"), "--quiet", "."]);
  const rooms = ["app", "server", "cli", "prisma", "server.ts"];
  await check("directions", [bin("dependency-cruiser/bin/dependency-cruise.mjs"), ...rooms]);
  await check("format", [bin("prettier/bin/prettier.cjs"), "--check", "--log-level=warn", "."]);
}

/** A runner and what it reports. One that ends badly without a failed test, or says nothing, has failed itself. */
async function runTests(name, args, env, behind = false) {
  const begun = Date.now();
  const report = path.join(results, `${name}.json`);
  const { ok } = await runChild(args, { env: { ...env, TEST_REPORT: report }, behind });
  const { files, faults } = existsSync(report)
    ? JSON.parse(readFileSync(report, "utf8"))
    : { files: [], faults: ["it wrote no report"] };
  const failed = faults.map((why) => ({ name: "(outside of a test)", why }));
  if (!ok && failed.length === 0 && files.every((file) => file.failed.length === 0))
    failed.push({ name: "(the run itself)", why: "it ended badly, though no test did" });
  if (failed.length > 0) files.push({ file: name, seconds: 0, passed: 0, failed });
  count(name, files, begun);
}

/** Behind the journeys: a page that a person waits for has its limit, a test on tables waits. */
function runVitest(files) {
  const reporters = ["--reporter=default", "--reporter=./tests/setup/report-vitest.ts"];
  const quiet = ["--silent=passed-only", "--slowTestThreshold=600000"];
  return runTests("tests", [bin("vitest/vitest.mjs"), "run", ...reporters, ...quiet, ...files], {}, true);
}

async function runJourneys(files) {
  const begun = Date.now();
  const { findBrowser } = await import("./find-browser.mjs");
  const browser = findBrowser();
  if (browser === null) {
    const failed = [{ name: "(all of them)", why: "there is no browser" }];
    return count("journeys", [{ file: "journeys", seconds: 0, passed: 0, failed }], begun);
  }
  const data = path.join("data", `e2e-${process.pid}`);
  const reporters = "--reporter=list,./tests/setup/report-journeys.ts";
  const output = `--output=${path.join(results, "journeys")}`;
  const cli = bin("@playwright/test/cli.js");
  await runTests("journeys", [cli, "test", reporters, output, ...files.map((file) => `/${file}`)], {
    // Its workers get a FORCE_COLOR in any case, and Node warns of two words that differ.
    ...(!process.stdout.isTTY && { NO_COLOR: undefined, FORCE_COLOR: "0" }),
    UPSTREAM_BROWSER: browser,
    E2E_DATA: data,
  });
  rmSync(path.join(root, data), { recursive: true, force: true });
}

/** The journeys beside the rest when the machine has room for both: two cores then have always something to do. */
async function runAsked({ all, files = [] }) {
  const [journeys, tests] = [files.filter(isJourney), files.filter((file) => !isJourney(file))];
  if (all || journeys.length > 0 || tests.some((file) => /^tests\/(server|architecture)\//.test(file)))
    buildSources();
  const walk = async () => (all || journeys.length > 0) && (await runJourneys(journeys));
  const rest = async () => {
    if (all) await runChecks();
    if (all || tests.length > 0) await runVitest(tests);
  };
  if (totalmem() > 6e9) await Promise.all([walk(), rest()]);
  else {
    await rest();
    await walk();
  }
}

/** With --changed, finds what is touched; what cannot be found out is a failure as any other. */
async function knowsFiles() {
  if (!asked.changed) return true;
  const { findChanged } = await import("./find-changed.mjs");
  try {
    asked.files = await findChanged();
  } catch (error) {
    const failed = [{ name: "(what is touched)", why: error.message }];
    parts.push({ file: "--changed", seconds: 0, passed: 0, failed });
    return false;
  }
  console.log(`${asked.files.length} files of tests are touched.`);
  return true;
}

async function run() {
  endWithStarter();
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });
  if (!existsSync(path.join(root, "..", "shared")) && !process.env.UPSTREAM_SHARED)
    console.log("../shared is not here: tests that read it say so and do not run.");
  generateClient();
  if (await knowsFiles()) await runAsked(asked);
  process.exitCode = printEnd(parts, since);
}

const asked = chooseTests(process.argv.slice(2));

installMissing();
await inPinnedNode("tests/setup/run-tests.mjs", run);
