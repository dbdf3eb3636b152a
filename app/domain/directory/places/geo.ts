export interface Point {
  latitude: number;
  longitude: number;
}

const earthMiles = 3958.8;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Great-circle distance in miles. */
export function milesBetween(a: Point, b: Point): number {
  const half = (from: number, to: number) => Math.sin((radians(to) - radians(from)) / 2) ** 2;
  const h =
    half(a.latitude, b.latitude) +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * half(a.longitude, b.longitude);
  return 2 * earthMiles * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Every square of one `perDegree`th of a degree that a circle touches, as search keys and listing_reach write it, with the way to it. */
export function geoCellsWithin(
  centre: Point,
  miles: number,
  perDegree: number,
): { cell: string; miles: number }[] {
  const north = miles / 69;
  const east =
    miles / (69 * Math.max(0.05, Math.cos(radians(Math.min(89, Math.abs(centre.latitude) + north)))));
  const last = (value: number) => Math.floor(value * perDegree);
  const nearest = (value: number, cell: number) =>
    Math.min(Math.max(value, cell / perDegree), (cell + 1) / perDegree);
  const cells: { cell: string; miles: number }[] = [];
  for (let row = last(centre.latitude - north); row <= last(centre.latitude + north); row += 1) {
    for (let col = last(centre.longitude - east); col <= last(centre.longitude + east); col += 1) {
      const point = { latitude: nearest(centre.latitude, row), longitude: nearest(centre.longitude, col) };
      const away = flatMiles(centre, point);
      if (away <= miles * 1.01) cells.push({ cell: `${row}.${col}`, miles: away });
    }
  }
  return cells;
}

/** Miles on a flat map around the first point; within half a percent up to 100 miles. The search's SQL says the same. */
export function flatMiles(from: Point, to: Point): number {
  const north = (to.latitude - from.latitude) * 69.1;
  const east = (to.longitude - from.longitude) * 69.1 * Math.cos(radians(from.latitude));
  return Math.sqrt(north * north + east * east);
}
