import { expect, it } from "vitest";
import { type Ran, runUpstream, startUpstream } from "../tests/cli/run-upstream";

function expectNames({ code, err }: Ran) {
  expect(code).toBe(2);
  expect(err).toContain("import hsds");
  expect(err).not.toMatch(/command words|open portal|run command/);
}

it("names its commands, and only those, to whoever asks for one that is none", async () => {
  for (const words of [[], ["nothing"], ["open", "portal"], ["command-words"], ["constructor"]])
    expectNames(await runUpstream(words));
  expectNames(await startUpstream(["../server"]));
});

it("refuses words that a command does not know, before it begins", async () => {
  for (const words of [
    ["bench", "nonsense"],
    ["bench", "--fast"],
    ["compute", "measures", "again"],
    ["measure", "all"],
  ])
    expect(await runUpstream(words)).toMatchObject({ code: 2, out: "" });
});
