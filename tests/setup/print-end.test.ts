import { expect, it, vi } from "vitest";
import { printEnd } from "./print-end.mjs";

function printed(files: Parameters<typeof printEnd>[0]) {
  const log = vi.spyOn(console, "log").mockImplementation(() => undefined);
  const code = printEnd(files, Date.now() - 90_000);
  const lines = log.mock.calls.flatMap(([words]) => String(words).split("\n"));
  log.mockRestore();
  return { code, lines };
}
const ok = (file: string, seconds: number) => ({ file, seconds, passed: 2, failed: [] });

it("says the ten slowest files, then the time, and last the line that machines read", () => {
  const { code, lines } = printed(Array.from({ length: 12 }, (_, n) => ok(`${n}.test.ts`, n)));
  expect(code).toBe(0);
  expect(lines.slice(0, 3)).toEqual(["", "Slowest files:", "   11.0 s  11.test.ts"]);
  expect(lines.slice(-3)).toEqual([
    "    2.0 s  2.test.ts",
    "All of it in 1.5 minutes",
    "24 passed, 0 failed",
  ]);
});

it("names every test that failed, with its reason", () => {
  const failed = [{ name: "counts", why: "expected 1 to be 2" }];
  const { code, lines } = printed([ok("a.test.ts", 1), { file: "b.test.ts", seconds: 2, passed: 3, failed }]);
  expect(code).toBe(1);
  expect(lines.slice(1, 4)).toEqual(["Failed:", "  b.test.ts > counts", "    expected 1 to be 2"]);
  expect(lines.at(-1)).toBe("5 passed, 1 failed");
});
