import { z } from "zod";
import type { Ctx } from "../kernel/context";
import { whereFor } from "../kernel/index.server";
import { parseInput } from "../kernel/parse-input";
import { readJurisdictionSettings } from "../organizations/jurisdiction-settings";
import { line, versionKey } from "./change-facts.schema";
import type { FactChange } from "./changes-between";
import { writeVersion } from "./write-version.server";

const changeSendersSchema = z.object({
  ...versionKey,
  /** As it stands after "sent by"; empty is the portal's own words. */
  senderEn: line(60),
  senderEs: line(60),
  /** What the two lines of the desk are called; empty is the portal's own words. */
  supportLineEn: line(40),
  supportLineEs: line(40),
  hotlineEn: line(40),
  hotlineEs: line(40),
  named: z.boolean(),
});

/** A name in the two languages of the form; one that was emptied goes, other languages stay. */
function inBoth(known: Record<string, string>, en: string, es: string): Record<string, string> {
  const { en: _en, es: _es, ...others } = known;
  return { ...others, ...(en && { en }), ...(es && { es }) };
}

/** Who a program is told sent a family, and what the desk's lines are called; answers what changes. Throws Forbidden, Invalid, Conflict. */
export async function changeSenders(
  ctx: Ctx,
  input: z.input<typeof changeSendersSchema>,
): Promise<FactChange[]> {
  whereFor(ctx, "write", "JurisdictionVersion");
  const { version, dryRun, named, ...typed } = parseInput(changeSendersSchema, input);
  return writeVersion(ctx, { version, dryRun, event: "jurisdiction.senders_changed" }, (kept) => {
    const { senders, lines } = readJurisdictionSettings(kept.settings);
    const settings = {
      ...kept.settings,
      senders: { named, neutral: inBoth(senders.neutral, typed.senderEn, typed.senderEs) },
      lines: {
        support_line: inBoth(lines.support_line, typed.supportLineEn, typed.supportLineEs),
        hotline: inBoth(lines.hotline, typed.hotlineEn, typed.hotlineEs),
      },
    };
    return { ...kept, settings };
  });
}
