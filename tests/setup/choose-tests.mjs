// What `npm test` was asked for: everything, files and folders, or what a change touches.
import { existsSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { root } from "../../cli/install-missing.mjs";

const usage = `usage: npm test [-- PATH... | --changed]
  PATH        a test file or a folder: its tests and journeys alone
  --changed   what differs from main, committed or not: its tests, and the journeys of the desks it reaches
Without words: everything, with format, types, lint and directions, which the two others leave out.
`;

/** Thrown for words that cannot be used. */
class Unusable extends Error {}

export const isJourney = (file) => /^tests\/e2e\/.*\.spec\.ts$/.test(file);
export const isTest = (file) => /\.test\.tsx?$/.test(file) || isJourney(file);
const skipped = new Set(["node_modules", "build", "data", "test-results", ".git"]);

/** Test files under a folder, or the file itself; relative to the root. */
export function testsUnder(found) {
  if (statSync(found).isFile()) return [path.relative(root, found)].filter(isTest);
  return readdirSync(found, { withFileTypes: true })
    .filter(({ name }) => !skipped.has(name))
    .flatMap((entry) => {
      const inside = path.join(found, entry.name);
      return entry.isDirectory() || isTest(path.relative(root, inside)) ? testsUnder(inside) : [];
    });
}

function testsAt(typed) {
  const found = path.resolve(process.env.INIT_CWD ?? process.cwd(), typed);
  if (!existsSync(found)) throw new Unusable(`There is no ${typed}.`);
  const tests = testsUnder(found);
  if (tests.length === 0) throw new Unusable(`There is no test in ${typed}.`);
  return tests;
}

function readTyped(typed) {
  const options = { changed: { type: "boolean" }, help: { type: "boolean" } };
  try {
    return parseArgs({ args: typed, options, allowPositionals: true });
  } catch (error) {
    throw new Unusable(error.message.split(". ")[0]);
  }
}

/** `{ all }`, `{ changed }` or `{ files }`; ends the process with 2 and the usage when the words cannot be used. */
export function chooseTests(typed) {
  try {
    const { positionals, values } = readTyped(typed);
    if (values.help) {
      process.stdout.write(usage);
      process.exit(0);
    }
    if (values.changed && positionals.length > 0) throw new Unusable("--changed stands alone.");
    if (values.changed) return { changed: true };
    if (positionals.length === 0) return { all: true };
    return { files: [...new Set(positionals.flatMap(testsAt))] };
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    process.stderr.write(`${error.message}\n${usage}`);
    process.exit(2);
  }
}
