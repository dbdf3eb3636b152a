import { geoCellsWithin } from "../places/geo";
import { homeVisitMiles } from "./match-rules";
import { cellNumber, cellsPerDegree, homeCellsPerDegree } from "./search-bits";
import type { Place, SearchCriteria } from "./search-criteria";

const homeCells = (place: Place, radiusMiles: number) =>
  geoCellsWithin(place, Math.max(radiusMiles, homeVisitMiles), homeCellsPerDegree);

/** The keys under which listing_reach can hold a match of a search with a place, before they are hashed. */
export function searchKeys(jurisdictionId: string, { radiusMiles }: SearchCriteria, place: Place): string[] {
  return whereKeys(place, radiusMiles).map((key) => `${jurisdictionId}:${key}`);
}

/** The cells of listing_term that can hold words of such a match. */
export function termCells(place: Place, radiusMiles: number): number[] {
  return [0, ...homeCells(place, radiusMiles).map(cellNumber)];
}

function whereKeys(place: Place, radiusMiles: number): string[] {
  return [
    ...geoCellsWithin(place, radiusMiles, cellsPerDegree),
    "-",
    "w",
    ...homeCells(place, radiusMiles).map((cell) => `h${cell}`),
    ...areaMarks(place),
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
