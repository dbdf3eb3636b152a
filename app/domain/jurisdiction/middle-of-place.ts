import type { Point } from "../directory/places/geo";
import { placesNear } from "../directory/places/places";
import { stateOfWords } from "../directory/places/us-states";
import { foldWords } from "../directory/search/plain-words";

/** The middle of the contiguous United States: from there only a place with its state is found. */
const anywhere: Point = { latitude: 39.8, longitude: -98.6 };

/** Where a typed ZIP, town or county is ("21215", "Dayton, OH"), offline; without its state only one near `near`. */
export function middleOfPlace(typed: string, near: Point | null): Point | null {
  const places = placesNear(near ?? anywhere);
  if (/^\d{5}$/.test(typed)) return pointOf(places.zip(typed));
  const [name = "", behind] = typed.split(",").map((part) => part.trim());
  const state = behind === undefined ? null : stateOfWords(behind, foldWords(behind).trim());
  if (behind !== undefined && state === null) return null;
  return pointOf(places.named(foldWords(name).trim(), state));
}

const pointOf = (place: Point | null): Point | null =>
  place && { latitude: place.latitude, longitude: place.longitude };
