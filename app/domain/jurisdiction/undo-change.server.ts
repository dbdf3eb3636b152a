import { z } from "zod";
import type { Ctx } from "../kernel/context";
import { Conflict } from "../kernel/errors";
import { whereFor } from "../kernel/index.server";
import { parseInput } from "../kernel/parse-input";
import { readJurisdictionSettings } from "../organizations/jurisdiction-settings";
import type { FactChange } from "./changes-between";
import { versionKey } from "./change-facts.schema";
import { countOnBases } from "./count-on-bases.server";
import { keptJurisdiction } from "./kept-jurisdiction";
import { readInForce, writeVersion } from "./write-version.server";

const schema = z.object({ version: versionKey.version });

/** Puts the last change back, as a version of its own; never a basis from under a referral. Throws Forbidden, Conflict. */
export async function undoChange(ctx: Ctx, input: z.input<typeof schema>): Promise<FactChange[]> {
  whereFor(ctx, "write", "JurisdictionVersion");
  const { version } = parseInput(schema, input);
  const { jurisdictionId } = ctx.actor;
  const before = await ctx.tx.jurisdictionVersion.findFirst({
    where: { jurisdictionId, version: version - 1 },
  });
  if (!before) throw new Conflict("nothing_to_undo");
  const kept = keptJurisdiction.parse(before.kept);
  const stays = readJurisdictionSettings(kept.settings).disclosureBases;
  const { disclosureBases } = readJurisdictionSettings((await readInForce(ctx)).kept.settings);
  const goes = disclosureBases.filter(
    ({ kind, citation }) => !stays.some((one) => one.kind === kind && one.citation === citation),
  );
  const standing = Object.values(await countOnBases(ctx, goes));
  if (standing.some((count) => count > 0)) throw new Conflict("basis_stands");
  return writeVersion(ctx, { version, dryRun: false, event: "jurisdiction.change_undone" }, () => kept);
}
