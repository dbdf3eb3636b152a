import { computeMeasures } from "~/worker/compute-measures.server";
import { readOptions, type Terminal } from "./command-words";
import { openPortal } from "./open-portal";

/** `upstream compute measures`: what the worker does by itself after an import. */
export async function computeAgain(typed: string[], terminal: Terminal): Promise<void> {
  const values = readOptions(typed, {
    json: { type: "boolean" },
    jurisdiction: { type: "string" },
  });
  await openPortal(terminal, values.jurisdiction, async ({ jurisdiction }) => {
    const done = await computeMeasures(jurisdiction.id);
    if ("why" in done) {
      const why =
        done.why === "jump"
          ? "differs much from the one before it: an administrator says at /admin/records why it is right, or takes it back"
          : "is being taken back";
      return terminal.out(
        `${values.json ? JSON.stringify({ held: done }) : `nothing computed: extract ${done.number} ${why}`}\n`,
      );
    }
    const words = `${done.results} results, data through ${done.dataThrough}, ${done.seconds.toFixed(1)} s`;
    terminal.out(`${values.json ? JSON.stringify(done) : words}\n`);
  });
}
