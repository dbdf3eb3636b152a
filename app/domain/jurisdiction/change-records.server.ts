import type { z } from "zod";
import type { Ctx } from "../kernel/context";
import { whereFor } from "../kernel/index.server";
import { parseInput } from "../kernel/parse-input";
import { readJurisdictionSettings } from "../organizations/jurisdiction-settings";
import { recordsSettings, type RecordsSettings } from "../organizations/records-settings";
import { changeRecordsSchema } from "./change-records.schema";
import type { FactChange } from "./changes-between";
import { recordsNumbers, typedNumbersOf } from "./records-numbers";
import { writeVersion } from "./write-version.server";

type Typed = z.output<typeof changeRecordsSchema>;

type Tree = Record<string, unknown>;
const treeOf = (value: unknown): Tree => (typeof value === "object" && value !== null ? (value as Tree) : {});

/** What is stored with what was typed: what is the same stays as it is stored, or is not stored at all. */
function withTyped(stored: Tree, before: RecordsSettings, { state, county, numbers }: Typed): Tree {
  const after = { ...stored };
  if (state !== before.state) after["state"] = state;
  if (county !== before.county) after["county"] = county;
  const shown = typedNumbersOf(before);
  for (const { name, path, percent } of recordsNumbers) {
    const [group = "", key = ""] = path;
    const value = numbers[name] ?? 0;
    if (String(value) !== shown[name])
      after[group] = { ...treeOf(after[group]), [key]: percent ? Number((value / 100).toFixed(4)) : value };
  }
  return after;
}

/**
 * Whose files the agency's are, when an extract waits for a person, and how long reports are kept; answers what changes and
 * the days as they would count. Throws Forbidden, Invalid, Conflict.
 */
export async function changeRecords(
  ctx: Ctx,
  input: z.input<typeof changeRecordsSchema>,
): Promise<{ changes: FactChange[]; kept: RecordsSettings["kept"] }> {
  whereFor(ctx, "write", "JurisdictionVersion");
  const typed = parseInput(changeRecordsSchema, input);
  const write = { version: typed.version, dryRun: typed.dryRun, event: "jurisdiction.records_changed" };
  let kept = recordsSettings.parse(undefined).kept;
  const changes = await writeVersion(ctx, write, (known) => {
    const before = readJurisdictionSettings(known.settings).records;
    const records = withTyped(treeOf(known.settings["records"]), before, typed);
    kept = recordsSettings.parse(records).kept;
    return { ...known, settings: { ...known.settings, records } };
  });
  return { changes, kept };
}
