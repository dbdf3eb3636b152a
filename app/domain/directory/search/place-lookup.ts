import type { Place } from "./search-criteria";

/** Where places are looked up; given, so that reading a line stays pure. */
export interface PlaceLookup {
  zip: (zip: string) => Place | null;
  /** A city or county by its folded name; with a state's two letters only there, else near the jurisdiction. */
  named: (name: string, state: string | null) => Place | null;
  /** A city whose name nearly is this. */
  nearlyNamed: (name: string) => Place | null;
  /** An area of the jurisdiction's own by its folded name, which goes before a city or county. */
  own?: (name: string) => OwnPlace | null;
}
/** A place that tells how far to look around it. */
export type OwnPlace = Place & { coversMiles: number };
