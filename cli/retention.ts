import { retentionKinds } from "~/domain/households/retention";
import { runRetention } from "~/worker/apply-retention.server";
import { readOptions, type Terminal } from "./command-words";
import { openPortal } from "./open-portal";

/** `upstream retention`: what the worker ends by itself every night; with --dry-run only how much it would be. */
export async function endWhatIsDue(typed: string[], terminal: Terminal): Promise<void> {
  const values = readOptions(typed, {
    "dry-run": { type: "boolean" },
    json: { type: "boolean" },
    jurisdiction: { type: "string" },
  });
  await openPortal(terminal, values.jurisdiction, async ({ jurisdiction }) => {
    const dryRun = values["dry-run"] ?? false;
    const counts = await runRetention({ jurisdictionId: jurisdiction.id, dryRun });
    if (values.json) return terminal.out(`${JSON.stringify({ dryRun, ...counts })}\n`);
    for (const kind of [...retentionKinds, "reports"] as const)
      terminal.out(`${kind}  ${counts[kind]} ${dryRun ? "would end" : "ended"}\n`);
  });
}
