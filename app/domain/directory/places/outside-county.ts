import { countyOfPoint } from "./county-places";
import type { Point } from "./geo";
import { stateOfFips } from "./us-states";

/** A county that is not the jurisdiction's own; `state` where that is another too. */
export interface OutsideCounty {
  kind: "county" | "parish" | "city";
  name: string;
  state: string | null;
}

/** The county of a point when it is none of the jurisdiction's own; null also where nobody knows which are. */
export function outsideCounty(point: Point | null, own: readonly string[]): OutsideCounty | null {
  const county = point && own.length > 0 ? countyOfPoint(point) : null;
  if (!county || own.includes(county.fips)) return null;
  const state = stateOfFips(county.fips);
  const city = Number(county.fips.slice(2)) >= 500;
  return {
    kind: city ? "city" : state === "LA" ? "parish" : "county",
    name: county.name,
    state: own.some((fips) => stateOfFips(fips) === state) ? null : state,
  };
}
