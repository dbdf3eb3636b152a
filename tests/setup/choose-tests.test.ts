import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";

const choose = (...words: string[]) => {
  const script = `import("./tests/setup/choose-tests.mjs").then(({ chooseTests }) => console.log(JSON.stringify(chooseTests(${JSON.stringify(words)}))))`;
  const env = { ...process.env, INIT_CWD: process.cwd() };
  return spawnSync(process.execPath, ["-e", script], { encoding: "utf8", env });
};
const chosen = (...words: string[]) => JSON.parse(choose(...words).stdout) as Record<string, unknown>;

it("takes everything, files and folders, or what changed", () => {
  expect(chosen()).toEqual({ all: true });
  expect(chosen("--changed")).toEqual({ changed: true });
  expect(chosen("tests/setup/choose-tests.test.ts", "tests/e2e/linkage")).toEqual({
    files: ["tests/setup/choose-tests.test.ts", "tests/e2e/linkage/review.spec.ts"],
  });
});

it.each([
  ["what is not there", ["tests/nowhere"], "There is no tests/nowhere."],
  ["a file without a test", ["README.md"], "There is no test in README.md."],
  ["an unknown option", ["--fast"], "Unknown option '--fast'"],
  ["both forms at once", ["--changed", "app"], "--changed stands alone."],
])("ends with 2 and a sentence for %s", (_what, words, said) => {
  const { status, stdout, stderr } = choose(...words);
  expect([status, stdout]).toEqual([2, ""]);
  expect(stderr).toContain(`${said}\nusage: npm test`);
});
