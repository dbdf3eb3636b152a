import { spawn } from "node:child_process";
import path from "node:path";
import { expect, it } from "vitest";

/** A process that leaves in order by `finish`; told to by these signals, 20 ms after one another. */
async function leave(
  finish: string,
  signals: NodeJS.Signals[],
): Promise<{ code: number | null; said: string }> {
  const file = path.resolve("server/leave-in-order.ts");
  const script = `import(${JSON.stringify(file)}).then(({ leaveInOrder }) => {
    leaveInOrder(async () => { ${finish} }, 400);
    setInterval(() => 0, 1000);
    console.log("up");
  })`;
  const child = spawn(process.execPath, ["--no-warnings", "-e", script]);
  let said = "";
  const up = new Promise<void>((resolve) => {
    child.stdout.on("data", (part: Buffer) => {
      said += part.toString();
      resolve();
    });
  });
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  await up;
  for (const signal of signals) {
    child.kill(signal);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return { code: await ended, said };
}

const finishes = `await new Promise((resolve) => setTimeout(resolve, 150)); console.log("in order");`;

it("finishes once although Ctrl-C tells it twice: by the terminal and by the process above", async () =>
  expect(await leave(finishes, ["SIGINT", "SIGTERM"])).toEqual({ code: 0, said: "up\nin order\n" }));

it("ends what does not finish", async () =>
  expect(await leave("await new Promise(() => 0);", ["SIGHUP"])).toEqual({ code: 1, said: "up\n" }));

it("says with its code that finishing failed", async () =>
  expect((await leave("throw new Error();", ["SIGTERM"])).code).toBe(1));
