import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";

const upstream = (...words: string[]) =>
  spawnSync(process.execPath, ["cli/upstream.mjs", ...words], { encoding: "utf8" });

it("names its commands, and only those, to whoever asks for one that is none", () => {
  for (const words of [[], ["nothing"], ["find", "jurisdiction"], ["command-words"], ["../server"]]) {
    const { status, stderr } = upstream(...words);
    expect(status).toBe(2);
    expect(stderr).toContain("import hsds");
    expect(stderr).not.toMatch(/command words|find jurisdiction|open portal/);
  }
});
