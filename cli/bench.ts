import { spawn } from "node:child_process";
import { readOptions } from "./command-words";

const value = { type: "string" } as const;
const flag = { type: "boolean" } as const;
const options = {
  json: flag,
  "no-build": flag,
  rounds: value,
  seconds: value,
  only: value,
  profile: value,
  page: value,
  rows: value,
  records: value,
  seed: value,
};

/** `upstream bench [--json]`: runs tests/bench/run-bench.ts on the production build; ratios, not capacity. */
export async function bench(typed: string[]): Promise<void> {
  const words = Object.entries(readOptions(typed, options)).map(([name, given]) =>
    given === true ? `--${name}` : `--${name}=${given}`,
  );
  const child = spawn(process.execPath, ["--import", "tsx", "tests/bench/run-bench.ts", ...words], {
    stdio: "inherit",
  });
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => child.kill(signal));
  const code = await new Promise<number | null>((resolve) => child.on("exit", resolve));
  if (code !== 0) throw new Error("The benchmark did not end well.");
}
