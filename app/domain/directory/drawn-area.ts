import { createRequire } from "node:module";
import { zipPoints } from "./zip-places";

const load = createRequire(import.meta.url);

/** The ZIPs whose middle lies in a drawn area (GeoJSON text of a polygon, a feature or a collection); none when it is no area. */
export function zipsOfDrawnArea(geojson: string): string[] {
  const shapes = shapesOf(geojson);
  if (shapes.length === 0) return [];
  const whichPolygon = load("which-polygon") as (
    shapes: object,
  ) => (point: [number, number]) => object | null;
  const within = whichPolygon({ type: "FeatureCollection", features: shapes });
  return Object.entries(zipPoints())
    .filter(([, point]) => within([point.longitude, point.latitude]) !== null)
    .map(([zip]) => zip);
}

type Shape = { type: string; geometry?: Shape | null; features?: Shape[]; coordinates?: unknown };

function shapesOf(text: string): { type: "Feature"; properties: object; geometry: Shape }[] {
  let parsed: Shape | null;
  try {
    parsed = JSON.parse(text) as Shape | null;
  } catch {
    return [];
  }
  const flat = (shape: Shape | null | undefined): Shape[] => {
    if (!shape || typeof shape !== "object") return [];
    if (Array.isArray(shape.features)) return shape.features.flatMap(flat);
    if (shape.geometry) return flat(shape.geometry);
    const rings = shape.coordinates;
    const isArea = (shape.type === "Polygon" || shape.type === "MultiPolygon") && Array.isArray(rings);
    return isArea && JSON.stringify(rings).length < 2_000_000 && isNumbers(rings) ? [shape] : [];
  };
  return flat(parsed).map((geometry) => ({ type: "Feature", properties: {}, geometry }));
}

/** Nested lists that end in pairs of numbers. */
function isNumbers(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  if (value.length >= 2 && value.every((one) => typeof one === "number" && Number.isFinite(one))) return true;
  return value.length > 0 && value.every(isNumbers);
}
