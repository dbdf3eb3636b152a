import { geoCellsWithin } from "../places/geo";
import { homeVisitMiles } from "./match-rules";
import { cellsPerDegree, homeCellsPerDegree } from "./search-bits";
import type { Spot } from "./fit-sql.server";
import { nearness } from "./nearness";
import type { Place, SearchCriteria } from "./search-criteria";

const homeCells = (place: Place, radiusMiles: number) =>
  geoCellsWithin(place, Math.max(radiusMiles, homeVisitMiles), homeCellsPerDegree);

/** The keys under which listing_reach can hold a match of a search with a place, before they are hashed. */
export function searchKeys(jurisdictionId: string, { radiusMiles }: SearchCriteria, place: Place): string[] {
  return whereSpots(place, radiusMiles).map(({ key }) => `${jurisdictionId}:${key}`);
}

/**
 * Where a match can lie: in a cell, anywhere, or in a stated area. Words of listing_term lie there by the same names. `near`: what the
 * way there leaves of a fit at most.
 */
export function whereSpots(place: Place, radiusMiles: number): Spot[] {
  const cells = geoCellsWithin(place, radiusMiles, cellsPerDegree);
  const anywhere = [
    "-",
    "w",
    ...homeCells(place, radiusMiles).map(({ cell }) => `h${cell}`),
    ...areaMarks(place),
  ];
  return [
    ...cells.map(({ cell, miles }) => ({ key: cell, near: nearness(miles) })),
    ...anywhere.map((key) => ({ key, near: 1 })),
  ];
}

/**
 * What a stated area may hold of the place. Of a city or county nobody can tell by ZIPs: any stated ZIPs may do. Of any place
 * nobody can tell by tracts: those of its county may do.
 */
export function areaMarks(place: Place): string[] {
  return [
    place.kind === "zip" ? `z${place.code}` : "zz",
    ...(place.countyFips ? [`c${place.countyFips}`, `t${place.countyFips}`] : []),
  ];
}
