import { computeMeasures } from "~/worker/compute-measures.server";
import { readCommandWords, runCommand } from "./command-words";
import { openPortal } from "./open-portal";

await runCommand(async () => {
  const typed = readCommandWords(process.argv.slice(2), ["json"], ["jurisdiction"]);
  await openPortal(typed.options.get("jurisdiction"), async ({ jurisdiction }) => {
    const done = await computeMeasures(jurisdiction.id);
    const words = `${done.results} results, data through ${done.dataThrough}, ${done.seconds.toFixed(1)} s`;
    process.stdout.write(`${typed.options.has("json") ? JSON.stringify(done) : words}\n`);
  });
});
