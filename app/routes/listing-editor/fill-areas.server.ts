import { areaName } from "~/domain/directory/areas/area-names";
import { listAreaNames } from "~/domain/directory/index.server";
import { countyInWords } from "~/domain/directory/places/county-places";
import type { Ctx } from "~/domain/kernel/context";
import type { Language } from "~/locales/languages";
import type { TypedValues } from "./listing-fields";

/** The jurisdiction's own areas to choose from, in the reader's language. */
export async function areaChoices(ctx: Ctx, language: Language) {
  return (await listAreaNames(ctx)).map((area) => ({ value: area.id, label: areaName(area, language) }));
}

/** What was typed, with the ZIPs and counties of the areas that were ticked beside it: kept are those, not the area. */
export async function withAreas(ctx: Ctx, { areas = [], ...values }: TypedValues): Promise<TypedValues> {
  if (areas.length === 0) return values;
  const ticked = (await listAreaNames(ctx)).filter(({ id }) => areas.includes(id));
  const filled = (name: string, between: RegExp, more: readonly string[]) => {
    const typed = String(values[name] ?? "").split(between);
    return [...new Set([...typed, ...more].map((one) => one.trim()).filter(Boolean))];
  };
  const zips = ticked.flatMap((area) => area.zips);
  const counties = ticked.flatMap((area) => area.counties.map(countyInWords));
  return {
    ...values,
    areaZips: filled("areaZips", /[\s,;]+/, zips).join(" "),
    areaCounties: filled("areaCounties", /[\n,;]+/, counties).join("\n"),
  };
}
