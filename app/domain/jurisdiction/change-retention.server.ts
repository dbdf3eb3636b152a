import { z } from "zod";
import type { RetentionDays } from "../households/retention";
import type { Ctx } from "../kernel/context";
import { whereFor } from "../kernel/index.server";
import { parseInput } from "../kernel/parse-input";
import { versionKey } from "./change-facts.schema";
import type { FactChange } from "./changes-between";
import { retentionNumbers, type RuleNumber, withNumbers } from "./rule-numbers";
import { writeVersion } from "./write-version.server";

const kept = ({ min, max }: RuleNumber) =>
  z
    .string()
    .trim()
    .regex(/^\d{1,4}$/, "whole_number")
    .transform(Number)
    .refine((days) => days === 0 || (days >= min && days <= max), "bounds");
const [calls, drafts] = retentionNumbers;

const changeRetentionSchema = z.object({ ...versionKey, keptCalls: kept(calls), keptDrafts: kept(drafts) });

/** How long what nobody needs is kept; answers what changes, and the days as they would count. Throws Forbidden, Invalid, Conflict. */
export async function changeRetention(
  ctx: Ctx,
  input: z.input<typeof changeRetentionSchema>,
): Promise<{ changes: FactChange[]; days: RetentionDays }> {
  whereFor(ctx, "write", "JurisdictionVersion");
  const { version, dryRun, ...numbers } = parseInput(changeRetentionSchema, input);
  const write = { version, dryRun, event: "jurisdiction.retention_changed" };
  const changes = await writeVersion(ctx, write, (known) => ({
    ...known,
    settings: withNumbers(known.settings, numbers),
  }));
  return { changes, days: { calls: numbers.keptCalls, drafts: numbers.keptDrafts } };
}
