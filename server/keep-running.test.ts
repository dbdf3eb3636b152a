import { spawn } from "node:child_process";
import { expect, it, vi } from "vitest";
import { followProcess } from "./follow-process";
import { keepRunning } from "./keep-running";

/** Starts these scripts one after the other; each is a process of its own. */
function keep(scripts: string[], giveUp: () => void) {
  let starts = 0;
  const start = () => {
    const script = scripts[starts] ?? "setInterval(() => 0, 1000)";
    starts += 1;
    const stdio: ["ignore", "ignore", "inherit", "ipc"] = ["ignore", "ignore", "inherit", "ipc"];
    return followProcess(spawn(process.execPath, ["-e", script], { stdio }), "One");
  };
  return { kept: keepRunning("One", start, giveUp), starts: () => starts };
}

const servesAndEnds = "process.send({ ready: 80 }); setTimeout(() => process.exit(3), 50)";

it("starts again what ended, also when it ended before it was ready", async () => {
  const giveUp = vi.fn();
  const { kept, starts } = keep([servesAndEnds, "process.exit(4)"], giveUp);
  expect(await kept.ready).toBe(80);
  await vi.waitFor(() => expect(starts()).toBe(3), 10_000);
  await kept.stop(5_000);
  expect(starts()).toBe(3);
  expect(giveUp).not.toHaveBeenCalled();
}, 20_000);

it("does not start again what never began, and says why", async () => {
  const { kept, starts } = keep(["process.exit(4)"], vi.fn());
  await expect(kept.ready).rejects.toThrow("One ended (4) before it was ready.");
  expect(starts()).toBe(1);
});
