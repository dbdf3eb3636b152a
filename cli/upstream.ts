import { parseEnv } from "~/env.server";
import { runCommand } from "./run-command";

process.exitCode = await runCommand(process.argv.slice(2), {
  out: (words) => void process.stdout.write(words),
  err: (words) => void process.stderr.write(words),
  settings: () => parseEnv(process.env),
});
