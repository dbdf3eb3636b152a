import type { Ctx } from "~/domain/kernel/context";
import { whereFor } from "~/domain/kernel/index.server";
import { listUnmetNeeds } from "~/domain/directory/index.server";

/** A need, who covers it, and how often it was searched for and nothing open was found. */
export type CoveredNeed = {
  needCode: string;
  programs: number;
  organizations: string[];
  /** By area; `searches` null: 1 to 10, hidden. */
  gaps: { areaCode: string | null; searches: number | null }[];
};
export type Network = {
  since: Date;
  organizations: { id: string; name: string; programs: number; needCodes: string[] }[];
  needs: CoveredNeed[];
};

const byName = (a: { name: string }, b: { name: string }): number => (a.name < b.name ? -1 : 1);

/**
 * The community network: organizations with published programs and the needs they cover, and each need with its gaps by area
 * from searches of the last `days` that found nothing open. Named, never ranked. Throws Forbidden.
 */
export async function readNetwork(ctx: Ctx, input: { days: number }): Promise<Network> {
  const services = await ctx.tx.service.findMany({
    where: whereFor(ctx, "account", "Service"),
    select: { needCodes: true, organization: { select: { id: true, name: true } } },
  });
  const { since, rows } = await listUnmetNeeds(ctx, input);
  const organizations = new Map<string, Network["organizations"][number]>();
  for (const { needCodes, organization } of services) {
    const one = organizations.get(organization.id) ?? { ...organization, programs: 0, needCodes: [] };
    const all = [...new Set([...one.needCodes, ...needCodes])].sort();
    organizations.set(organization.id, { ...one, programs: one.programs + 1, needCodes: all });
  }
  const asked = rows.flatMap(({ needCode }) => needCode ?? []);
  const codes = [...new Set([...services.flatMap(({ needCodes }) => needCodes), ...asked])].sort();
  return {
    since,
    organizations: [...organizations.values()].sort(byName),
    needs: codes.map((needCode) => ({
      needCode,
      programs: services.filter((one) => one.needCodes.includes(needCode)).length,
      organizations: [...organizations.values()]
        .filter((one) => one.needCodes.includes(needCode))
        .map(({ name }) => name)
        .sort(),
      gaps: rows
        .filter((row) => row.needCode === needCode)
        .map(({ areaCode, searches }) => ({ areaCode, searches })),
    })),
  };
}
