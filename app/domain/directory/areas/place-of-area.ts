import { countyOfPoint, zipsOfCounty } from "../places/county-places";
import { milesBetween } from "../places/geo";
import { pointOfZip } from "../places/zip-places";
import type { Place } from "../search/search-criteria";

type Ground = { zips: readonly string[]; counties: readonly string[] };
/** A place with how far a search around it looks, so that the whole of it is looked through. */
export type WidePlace = Place & { coversMiles: number };

/** The ZIPs of an area, those of its counties among them. */
export const zipsOfArea = ({ zips, counties }: Ground): string[] => [
  ...new Set([...zips, ...counties.flatMap(zipsOfCounty)]),
];

/** Counties that an area lies in, those of its ZIPs among them. */
export const countiesOfArea = ({ zips, counties }: Ground): string[] => {
  const points = zips.flatMap((zip) => pointOfZip(zip) ?? []);
  return [...new Set([...counties, ...points.flatMap((point) => countyOfPoint(point)?.fips ?? [])])];
};

/** Distances that a search offers. */
const offeredMiles = [5, 10, 25, 50];
/** From the middle of a ZIP about to its edge. */
const zipEdgeMiles = 2;
/** A wider area is asked about: its ZIPs would travel with every search. */
const mostZips = 60;

/** The middle of an area's ZIPs, under its name; null where no ZIP of it is known. */
export function placeOfArea(ground: Ground & { code: string; label: string }): WidePlace | null {
  const zips = zipsOfArea(ground);
  const points = zips.flatMap((zip) => pointOfZip(zip) ?? []);
  if (points.length === 0) return null;
  const mean = (pick: (point: (typeof points)[number]) => number) =>
    points.reduce((sum, point) => sum + pick(point), 0) / points.length;
  const middle = { latitude: mean((p) => p.latitude), longitude: mean((p) => p.longitude) };
  const farthest = Math.max(...points.map((point) => milesBetween(middle, point))) + zipEdgeMiles;
  return {
    ...{ kind: "city", code: ground.code, label: ground.label, ...middle },
    countyFips: countyOfPoint(middle)?.fips ?? null,
    ...(zips.length <= mostZips && { zips }),
    coversMiles: offeredMiles.find((miles) => miles >= farthest) ?? 100,
  };
}
