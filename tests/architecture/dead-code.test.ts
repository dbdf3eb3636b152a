import { expect, it } from "vitest";
import { readExports } from "./read-exports";

/** Names that a framework or the starter looks for: pages and their data, entries, the process that starts all others. */
const byConvention = [
  {
    file: /^app\/(routes\/.*|root)\.tsx?$|^tests\/bench\/baseline-app\//,
    name: /^(loader|action|handle|headers|links|meta)$/,
  },
  { file: /^app\/(routes\/.*|root)\.tsx$/, name: /^(Layout|ErrorBoundary|shouldRevalidate)$/ },
  { file: /^app\/entry\.server\.tsx$/, name: /^(streamTimeout|handleError|handleDataRequest)$/ },
  { file: /^server\/supervise\.ts$/, name: /^supervise$/ },
];
const expected = (file: string, name: string) =>
  byConvention.some((one) => one.file.test(file) && one.name.test(name));
/** Drawn ahead of the pages that show them: parts of a library of charts. */
const library = /^app\/ui\/charts\//;

it("hands out nothing that nobody takes", () => {
  const unused = readExports()
    .filter(({ takenBy }) => takenBy.size === 0)
    // The type of an answer may be named for its reader; one that not even its own file names is dead.
    .filter(({ isType, ownUses }) => !isType || ownUses === 0)
    .filter(({ file, name }) => !expected(file, name) && !library.test(file))
    .map(({ file, name }) => `${file}: ${name}`);
  expect(unused).toEqual([]);
}, 60_000);
