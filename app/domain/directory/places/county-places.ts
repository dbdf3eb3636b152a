import { createRequire } from "node:module";
import type { Feature, Geometry } from "geojson";
import type { GeometryCollection, Topology } from "topojson-specification";
import { feature } from "topojson-client";
import { type Point, milesBetween } from "./geo";
import { foldWords } from "../search/plain-words";
import type { Place } from "../search/search-criteria";
import { stateOfFips } from "./us-states";
import { once, zipPoints } from "./zip-places";

const load = createRequire(import.meta.url);
type CountyProperties = { fips: string; name: string };
type CountyQuery = (point: [number, number]) => CountyProperties | null;

/** Census county shapes (us-atlas, 1:10,000,000). */
const countyShapes = once((): Feature<Geometry, CountyProperties>[] => {
  const topology = load("us-atlas/counties-10m.json") as Topology<{
    counties: GeometryCollection<{ name: string }>;
  }>;
  return feature(topology, topology.objects.counties).features.map((f) => ({
    ...f,
    properties: { fips: String(f.id).padStart(5, "0"), name: f.properties.name },
  }));
});

const countyOf = once((): CountyQuery => {
  const whichPolygon = load("which-polygon") as (shapes: object) => CountyQuery;
  return whichPolygon({ type: "FeatureCollection", features: countyShapes() });
});

const countyNames = once(() => {
  const byName = new Map<string, CountyProperties[]>();
  for (const { properties } of countyShapes()) {
    const name = foldWords(properties.name).replace(/[^a-z0-9 ]/g, "");
    byName.set(name, [...(byName.get(name) ?? []), properties]);
  }
  return byName;
});

/** Counties of the whole country by their folded name, without "County". */
export const countiesCalled = (name: string): readonly CountyProperties[] => countyNames().get(name) ?? [];

/** County (five-digit FIPS and name) of a point, or null outside the United States. */
export function countyOfPoint(point: Point): CountyProperties | null {
  return countyOf()([point.longitude, point.latitude]);
}

/** ZIPs of each county, by the middle of each. */
const zipsOfCounties = once(() => {
  const found = new Map<string, string[]>();
  for (const [zip, point] of Object.entries(zipPoints())) {
    const fips = countyOfPoint(point)?.fips;
    if (fips) found.set(fips, [...(found.get(fips) ?? []), zip]);
  }
  return found;
});

/** The ZIPs whose middle lies in a county. The first call reads all 33,791. */
export function zipsOfCounty(fips: string): readonly string[] {
  return zipsOfCounties().get(fips) ?? [];
}

/** The middle of a county's ZIPs as a place; null for a code that is none. */
function placeOfFips(fips: string, name: string): Place | null {
  const points = zipsOfCounty(fips).flatMap((zip) => zipPoints()[zip] ?? []);
  if (points.length === 0) return null;
  const mean = (pick: (point: Point) => number) =>
    points.reduce((sum, p) => sum + pick(p), 0) / points.length;
  const middle = { latitude: mean((p) => p.latitude), longitude: mean((p) => p.longitude) };
  return { kind: "county", code: fips, label: name, ...middle, countyFips: fips };
}

/** Virginia's and a few other cities are counties too, numbered from 510. */
export const isCity = (fips: string) => Number(fips.slice(2)) >= 500;

/** The name of a county by its code, with "County" where it is one. */
function countyLabel({ fips, name }: CountyProperties): string {
  return isCity(fips) || stateOfFips(fips) === "LA" ? name : `${name} County`;
}

/**
 * The county that a phrase names ("harford county", "condado de harford"): in the state given, or else the nearest within
 * 75 miles. A county before a city of the same name.
 */
export function placeOfCounty(phrase: string, near: Point, state: string | null): Place | null {
  const name = /^(.+) (?:county|parish)$/.exec(phrase)?.[1] ?? /^condado (?:de )?(.+)$/.exec(phrase)?.[1];
  if (!name) return null;
  const found = (countyNames().get(name) ?? [])
    .filter(({ fips }) => state === null || stateOfFips(fips) === state)
    .flatMap((county) => placeOfFips(county.fips, countyLabel(county)) ?? [])
    .map((place) => ({ place, miles: milesBetween(place, near) }))
    .filter(({ miles }) => state !== null || miles <= 75)
    .sort((a, b) => Number(isCity(a.place.code)) - Number(isCity(b.place.code)) || a.miles - b.miles);
  return found[0]?.place ?? null;
}

/** The code of a county that a person names ("Baltimore County", "Baltimore city", "24005"); null when it is none near. */
export function countyOfWords(words: string, near: Point): string | null {
  const folded = foldWords(words)
    .replace(/[^a-z0-9 ]/g, "")
    .replace(/\s+/g, " ")
    .trim();
  if (/^\d{5}$/.test(folded)) return zipsOfCounty(folded).length > 0 ? folded : null;
  const city = /^(.+) city$/.exec(folded)?.[1];
  if (city) {
    const found = (countyNames().get(city) ?? []).filter(({ fips }) => isCity(fips));
    const places = found.flatMap(({ fips, name }) => placeOfFips(fips, name) ?? []);
    return places.sort((a, b) => milesBetween(a, near) - milesBetween(b, near))[0]?.code ?? null;
  }
  const phrase = /county|parish|condado/.test(folded) ? folded : `${folded} county`;
  return placeOfCounty(phrase, near, null)?.code ?? null;
}

const namesByFips = once(() => new Map(countyShapes().map((f) => [f.properties.fips, f.properties])));

/** How a county is written in a form: "Baltimore County", "Baltimore city"; a code nobody knows stays a code. */
export function countyInWords(fips: string): string {
  const county = namesByFips().get(fips);
  if (!county) return fips;
  return isCity(fips) ? `${county.name} city` : countyLabel(county);
}
