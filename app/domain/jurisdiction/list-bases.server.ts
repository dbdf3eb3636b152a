import type { Ctx } from "../kernel/context";
import { whereFor } from "../kernel/index.server";
import { type DisclosureBasis, readJurisdictionSettings } from "../organizations/jurisdiction-settings";
import { countOnBases } from "./count-on-bases.server";
import { readInForce } from "./write-version.server";

/** A disclosure basis, and how many referrals stand on it. */
export type BasisInUse = DisclosureBasis & { referrals: number };

/** Every disclosure basis of the actor's own jurisdiction, those in use first. Throws Forbidden. */
export async function listBases(ctx: Ctx): Promise<BasisInUse[]> {
  whereFor(ctx, "read", "JurisdictionVersion");
  const { disclosureBases } = readJurisdictionSettings((await readInForce(ctx)).kept.settings);
  const counts = await countOnBases(ctx, disclosureBases);
  return disclosureBases
    .map((basis) => ({ ...basis, referrals: counts[basis.key] ?? 0 }))
    .sort((a, b) => Number(a.ended) - Number(b.ended));
}
