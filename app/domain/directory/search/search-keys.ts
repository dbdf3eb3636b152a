import { geoCellsWithin } from "../places/geo";
import { homeVisitMiles } from "./match-rules";
import { cellsPerDegree, homeCellsPerDegree } from "./search-bits";
import type { Place, SearchCriteria } from "./search-criteria";

/** The keys under which listing_reach can hold a match of a search with a place, before they are hashed. */
export function searchKeys(
  jurisdictionId: string,
  { needs, radiusMiles }: SearchCriteria,
  place: Place,
): string[] {
  const where = whereKeys(place, radiusMiles);
  return (needs.length ? needs : ["*"]).flatMap((need) =>
    where.map((key) => `${jurisdictionId}:${need}:${key}`),
  );
}

function whereKeys(place: Place, radiusMiles: number): string[] {
  return [
    ...geoCellsWithin(place, radiusMiles, cellsPerDegree),
    "-",
    "w",
    ...geoCellsWithin(place, Math.max(radiusMiles, homeVisitMiles), homeCellsPerDegree).map(
      (cell) => `h${cell}`,
    ),
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
