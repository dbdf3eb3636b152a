import type { Ctx } from "../kernel/context";
import { whereFor } from "../kernel/index.server";
import { type JurisdictionSettings, readJurisdictionSettings } from "../organizations/jurisdiction-settings";
import { readJurisdiction } from "../organizations/index.server";
import { openStatuses } from "../referrals/states/referral-status";
import { changesBetween, type FactChange, factsOf } from "./changes-between";
import { keptJurisdiction, type KeptJurisdiction } from "./kept-jurisdiction";
import { namesOf } from "./names-of.server";
import { readInForce } from "./write-version.server";

export type JurisdictionChange = { version: number; at: Date; by: string | null; changes: FactChange[] };
/** How many a change touches. */
export type Touched = { people: number; listings: number; referrals: number };
export type OwnJurisdiction = {
  version: number;
  /** Where its public pages are; null where it has no address of its own. */
  address: string | null;
  kept: KeptJurisdiction;
  settings: JurisdictionSettings;
  middle: string;
  /** The newest first. */
  history: JurisdictionChange[];
  touched: Touched;
};

const shown = 10;

async function readHistory(ctx: Ctx): Promise<JurisdictionChange[]> {
  const rows = await ctx.tx.jurisdictionVersion.findMany({
    where: whereFor(ctx, "read", "JurisdictionVersion"),
    orderBy: { version: "desc" },
    take: shown + 1,
  });
  const names = await namesOf(
    ctx,
    rows.map(({ madeById }) => madeById),
  );
  const kept = rows.map((row) => keptJurisdiction.parse(row.kept));
  return rows.flatMap(({ version, madeAt, madeById }, index) => {
    const [before, after] = [kept[index + 1], kept[index]];
    const by = names.get(madeById ?? "") ?? null;
    return before && after ? [{ version, at: madeAt, by, changes: changesBetween(before, after) }] : [];
  });
}

/** The actor's own jurisdiction as an administrator changes it, and its last changes. Throws Forbidden, NotFound. */
export async function readOwnJurisdiction(ctx: Ctx): Promise<OwnJurisdiction> {
  whereFor(ctx, "read", "JurisdictionVersion");
  const { version, kept } = await readInForce(ctx);
  const { jurisdictionId } = ctx.actor;
  return {
    version,
    address: (await readJurisdiction(ctx)).address,
    kept,
    settings: readJurisdictionSettings(kept.settings),
    middle: String(factsOf(kept)["middle"]),
    history: await readHistory(ctx),
    touched: {
      people: await ctx.tx.membership.count({ where: { jurisdictionId, endedAt: null } }),
      listings: await ctx.tx.service.count({ where: { jurisdictionId, listingState: "published" } }),
      referrals: await ctx.tx.serviceReferral.count({
        where: { jurisdictionId, status: { in: [...openStatuses] } },
      }),
    },
  };
}
