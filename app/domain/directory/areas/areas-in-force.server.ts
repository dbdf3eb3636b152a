import type { Ctx } from "../../kernel/context";
import { centreOf } from "../places/centre-of.server";
import { areaKey, areaName, namesOfArea } from "./area-names";
import { countiesOfArea, placeOfArea, type WidePlace } from "./place-of-area";

type Area = {
  nameEn: string;
  nameEs: string | null;
  otherNames: string[];
  zips: string[];
  counties: string[];
};
/** The place that a name means here, under its name in the language; null where it means no area. */
export type AreaLookup = (name: string, language: string) => WidePlace | null;

/** How names of areas are read, and the counties that the areas lie in. */
export type AreasInForce = { find: AreaLookup; counties: readonly string[] };

const kept = new Map<string, AreasInForce & { version: number }>();

function lookupOf(areas: readonly Area[]): AreaLookup {
  const byKey = new Map<string, { area: Area; place: WidePlace }>();
  for (const area of areas) {
    const place = placeOfArea({ ...area, code: area.nameEn, label: area.nameEn });
    if (place) for (const name of namesOfArea(area)) byKey.set(areaKey(name), { area, place });
  }
  return (name, language) => {
    const found = byKey.get(areaKey(name));
    return found ? { ...found.place, label: areaName(found.area, language) } : null;
  };
}

/**
 * The jurisdiction's own areas. Kept in memory until the version of its code lists goes up, so that
 * a change holds at once in every process; `version` spares the one small read when the caller has it already.
 */
export async function areasInForce(ctx: Ctx, version?: number): Promise<AreasInForce> {
  const { jurisdictionId } = ctx.actor;
  const now = version ?? (await centreOf(ctx)).codeListsVersion;
  const known = kept.get(jurisdictionId);
  if (known?.version === now) return known;
  const areas = await ctx.tx.area.findMany({
    where: { jurisdictionId, endedAt: null },
    orderBy: { id: "asc" },
  });
  const inForce = { find: lookupOf(areas), counties: [...new Set(areas.flatMap(countiesOfArea))] };
  kept.set(jurisdictionId, { version: now, ...inForce });
  return inForce;
}
