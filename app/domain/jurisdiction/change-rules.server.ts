import type { z } from "zod";
import type { Ctx } from "../kernel/context";
import { whereFor } from "../kernel/index.server";
import { parseInput } from "../kernel/parse-input";
import { readJurisdictionSettings } from "../organizations/jurisdiction-settings";
import { changeRulesSchema } from "./change-rules.schema";
import type { FactChange } from "./changes-between";
import { withNumbers } from "./rule-numbers";
import { writeVersion } from "./write-version.server";

/** Clocks, the rule for tries and how long things hold; answers what changes. Throws Forbidden, Invalid, Conflict. */
export async function changeRules(ctx: Ctx, input: z.input<typeof changeRulesSchema>): Promise<FactChange[]> {
  whereFor(ctx, "write", "JurisdictionVersion");
  const { version, dryRun, numbers, reviewNewListings } = parseInput(changeRulesSchema, input);
  return writeVersion(ctx, { version, dryRun, event: "jurisdiction.rules_changed" }, (kept) => {
    const settings = withNumbers(kept.settings, numbers);
    const same = readJurisdictionSettings(settings).reviewNewListings === reviewNewListings;
    return { ...kept, settings: same ? settings : { ...settings, reviewNewListings } };
  });
}
