import type { Ctx } from "../../kernel/context";
import { Invalid } from "../../kernel/errors";
import { newId } from "../../kernel/ids";
import { sameEntries } from "../editing/keep-unshown";
import { centreOf } from "./centre-of.server";
import { countyInWords, countyOfWords, zipsOfCounty } from "./county-places";
import type { ListingRow } from "../reading/listing-row";
import type { PlaceValues } from "./place-answers";

export const areaTypes = ["zip", "county", "tract"] as const;
type Area = ListingRow["areas"][number];

/** County codes of what was typed; names are looked for around the jurisdiction. Throws Invalid naming the field. */
async function countyCodes(ctx: Ctx, typed: readonly string[], before: readonly string[]): Promise<string[]> {
  if (typed.length === 0) return [];
  // What the form showed of a county far away is that county still.
  const shown = new Map(before.map((code) => [countyInWords(code), code]));
  const near = await centreOf(ctx);
  return [...new Set(typed)].map((words) => {
    const fips = shown.get(words) ?? countyOfWords(words, near);
    if (!fips) throw new Invalid({ areaCounties: ["county"] });
    return fips;
  });
}

function checkTracts(tracts: readonly string[], before: readonly string[]): void {
  const unknown = (tract: string) => !before.includes(tract) && zipsOfCounty(tract.slice(0, 5)).length === 0;
  if (tracts.some(unknown)) throw new Invalid({ areaTracts: ["tract"] });
}

/**
 * The ZIPs, counties and tracts served: of the whole listing, or of one place. Codes that were not changed keep their rows, with
 * name and words; an area that a source drew or worded stays.
 */
export async function writeArea(
  ctx: Ctx,
  row: ListingRow,
  placeId: string | null,
  values: Pick<PlaceValues, "areaZips" | "areaCounties" | "areaTracts">,
): Promise<void> {
  const own = placeId ? row.serviceAtLocations.find((one) => one.id === placeId)?.areas : row.areas;
  const areasOf = (type: string): Area[] => (own ?? []).filter((one) => one.extentType === type);
  const shownOf = (type: string) => areasOf(type).flatMap((one) => one.codes);
  checkTracts(values.areaTracts, shownOf("tract"));
  const codes = {
    zip: values.areaZips,
    county: await countyCodes(ctx, values.areaCounties, shownOf("county")),
    tract: values.areaTracts,
  };
  const owner = placeId
    ? { serviceAtLocationId: placeId, serviceId: null }
    : { serviceId: row.id, serviceAtLocationId: null };
  const { jurisdictionId } = ctx.actor;
  for (const extentType of areaTypes) {
    const said = [...new Set(codes[extentType])];
    if (sameEntries(said, [...new Set(shownOf(extentType))])) continue;
    const [first, ...others] = areasOf(extentType).filter((one) => one.codes.length > 0);
    const gone = said.length === 0 && first ? [first, ...others] : others;
    await ctx.tx.serviceArea.deleteMany({ where: { jurisdictionId, id: { in: gone.map((one) => one.id) } } });
    if (said.length === 0) continue;
    // Words of the source that say the same area are not true of another.
    const data = { codes: said, extent: null };
    if (first) await ctx.tx.serviceArea.update({ where: { id: first.id }, data });
    else
      await ctx.tx.serviceArea.create({
        data: { id: newId(ctx.clock.now()), jurisdictionId, ...owner, extentType, ...data },
      });
  }
}
