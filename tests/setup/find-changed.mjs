// `npm test -- --changed`: the tests of what differs from main, found in the graph of imports.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { root } from "../../cli/install-missing.mjs";
import { isJourney, isTest, testsUnder } from "./choose-tests.mjs";
import { runChild } from "./run-child.mjs";

const git = (...words) =>
  execFileSync("git", words, { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] })
    .split("\n")
    .filter(Boolean);

/** Where this work began: where main was left, else the last commit. */
function findBase() {
  for (const main of ["main", "origin/main"]) {
    try {
      return git("merge-base", "HEAD", main)[0];
    } catch {
      continue;
    }
  }
  return "HEAD";
}

function changedFiles() {
  const all = [...git("diff", "--name-only", findBase()), ...git("ls-files", "-o", "--exclude-standard")];
  return [...new Set(all)];
}

/** Not in the graph of imports, or under every test. */
const underEverything =
  /^(package(-lock)?\.json|(vite|vitest|playwright|prisma|remix)\.config\.\w+|tsconfig\.json|prisma\/(schema|migrations)\/|tests\/setup\/(start-test-server|database)\.ts$)/;
/** What every page goes through before its own code. */
const underEveryPage =
  /^(server\/|server\.ts|app\/(root|entry)|app\/routes\.ts|app\/[^/]*\.css|prisma\/|cli\/.*\.mjs|tailwind|tests\/e2e\/[^/]+(?<!\.spec)\.ts$)/;
/** Folders of journeys that walk through a desk's pages, where they are more than the one of its name. */
const journeysOf = {
  api: ["public"],
  check: ["loop", "provider"],
  intake: ["intake", "loop"],
  people: ["account", "admin"],
  provider: ["loop", "provider"],
  public: ["public", "ui"],
};

const matrix = "tests/authorization-matrix.test.ts";

/** Every module that a changed file reaches, itself included. */
async function reachedBy(files) {
  const escaped = files.map((file) => file.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const cruise = path.join("node_modules", "dependency-cruiser", "bin", "dependency-cruise.mjs");
  const folders = ["app", "server", "cli", "prisma", "tests", "server.ts"];
  const { ok, said } = await runChild(
    [cruise, ...folders, "--reaches", `^(${escaped.join("|")})$`, "--output-type", "json"],
    { quiet: true },
  );
  if (!ok) throw new Error(`The graph of imports could not be read. ${said.trim()}`);
  return JSON.parse(said.slice(said.indexOf("{"))).modules.map(({ source }) => source);
}

function journeysFor(changed, reached) {
  const all = testsUnder(path.join(root, "tests", "e2e"));
  if (changed.some((file) => underEveryPage.test(file))) return all;
  const desks = new Set(reached.map((file) => /^app\/routes\/([^/]+)\//.exec(file)?.[1]).filter(Boolean));
  const folders = [...desks].flatMap((desk) => journeysOf[desk] ?? [desk]);
  const touched = new Set([...changed, ...reached]);
  const walked = (file) =>
    touched.has(file) ||
    (desks.size > 0 && file === "tests/e2e/journey.spec.ts") ||
    folders.some((folder) => file.startsWith(`tests/e2e/${folder}/`)) ||
    changed.some((one) => one.startsWith("tests/e2e/") && path.dirname(one) === path.dirname(file));
  return all.filter(walked);
}

/** Test files of what changed; all of them when it lies under every test. */
export async function findChanged() {
  const changed = changedFiles();
  const everything = testsUnder(root);
  if (changed.some((file) => underEverything.test(file))) return everything;
  const there = changed.filter((file) => existsSync(path.join(root, file)));
  if (there.length === 0) return [];
  const reached = await reachedBy(there);
  const own = [...there, ...reached].filter((file) => isTest(file) && !isJourney(file));
  // The matrix finds the doors of the domain by their place.
  const doors = there.some((file) => /^(app\/domain\/|tests\/setup\/)/.test(file)) ? [matrix] : [];
  const starts = there.some((file) => /^(server\/|server\.ts|cli\/.*\.mjs)/.test(file)) ? ["server"] : [];
  const always = ["architecture", ...starts].flatMap((room) => testsUnder(path.join(root, "tests", room)));
  return [...new Set([...own, ...doors, ...always, ...journeysFor(there, reached)])];
}
