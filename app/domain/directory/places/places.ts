import { countyOfPoint, placeOfCounty } from "./county-places";
import { spellPlace } from "./place-spellings";
import { type Point, milesBetween } from "./geo";
import { closestWord, foldWords } from "../search/plain-words";
import type { PlaceLookup } from "../search/place-lookup";
import type { Place } from "../search/search-criteria";
import { cityRows, once, pointOfZip } from "./zip-places";

export { countyOfPoint } from "./county-places";

type City = { name: string; state: string; latitude: number; longitude: number };

const cities = once(() => {
  const byName = new Map<string, City[]>();
  for (const row of Object.values(cityRows())) {
    const name = foldWords(row.city).trim();
    const city = { name: row.city, state: row.state, latitude: row.latitude, longitude: row.longitude };
    byName.set(name, [...(byName.get(name) ?? []), city]);
  }
  return byName;
});

/** The middle of a ZIP, offline; null when no such ZIP is known. Never a door; a ZIP without an area of its own is approximate. */
export function placeOfZip(zip: string): Place | null {
  const point = pointOfZip(zip);
  if (!point) return null;
  const { coarse, ...middle } = point;
  return {
    kind: "zip",
    code: zip,
    label: zip,
    ...middle,
    countyFips: countyOfPoint(point)?.fips ?? null,
    ...(coarse && { approximate: true }),
  };
}

const nearMiles = 75;

/**
 * The city of that name, as the middle of its ZIPs: in the state given, or else the nearest to a point within 75 miles. Its
 * label names the state where another near one has the same name, or where the state was asked for and is another.
 */
export function placeOfTown(name: string, near: Point, state: string | null = null): Place | null {
  const close = (cities().get(foldWords(name).trim()) ?? [])
    .map((city) => ({ ...city, miles: milesBetween(city, near) }))
    .filter((city) => (state === null ? city.miles <= nearMiles : city.state === state))
    .sort((a, b) => a.miles - b.miles);
  const [first] = close;
  if (!first) return null;
  const same = close.filter((city) => city.state === first.state);
  const mean = (pick: (city: City) => number) =>
    same.reduce((sum, city) => sum + pick(city), 0) / same.length;
  const point = { latitude: mean((c) => c.latitude), longitude: mean((c) => c.longitude) };
  const code = `${first.name}, ${first.state}`;
  const ambiguous = same.length < close.length || first.miles > nearMiles;
  return {
    kind: "city",
    code,
    label: ambiguous ? code : first.name,
    ...point,
    countyFips: countyOfPoint(point)?.fips ?? null,
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
    named: (name, state) => {
      const spelled = spellPlace(name);
      return placeOfCounty(spelled, near, state) ?? placeOfTown(spelled, near, state);
    },
    nearlyNamed: (name) => {
      const meant = closestWord(name, namesNear(near), 0.55);
      return meant ? placeOfTown(meant, near) : null;
    },
  };
}
