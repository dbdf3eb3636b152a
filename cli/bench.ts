import { spawn } from "node:child_process";
import { readCommandWords, runCommand } from "./command-words";

/** `upstream bench [--json]`: runs tests/bench/run-bench.ts on the production build; ratios, not capacity. */
await runCommand(async () => {
  const typed = process.argv.slice(2);
  readCommandWords(typed, ["json", "no-build"], ["rounds", "seconds", "only", "profile", "page"]);
  const child = spawn(process.execPath, ["--import", "tsx", "tests/bench/run-bench.ts", ...typed], {
    stdio: "inherit",
  });
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => child.kill(signal));
  const code = await new Promise<number | null>((resolve) => child.on("exit", resolve));
  if (code !== 0) throw new Error("The benchmark did not end well.");
});
