import type { FileRow } from "./ohana-files";
import { isConfidential } from "./read-ohana-values";

export interface SurveyedPlaces {
  /** Source ids of locations whose place must never be known. */
  hidden: Set<string>;
  /** ZIP of each location's street address, for those without coordinates. */
  zips: Map<string, string>;
  /** Which location a service is at; a confidential service hides its place too. */
  withStreet: Set<string>;
}

/**
 * A first pass over addresses, locations and services: which places are confidential must be known before the
 * first of them is written. Keeps ids and ZIPs only.
 */
export async function surveyPlaces(files: {
  addresses: AsyncIterable<FileRow>;
  locations: AsyncIterable<FileRow>;
  services: AsyncIterable<FileRow>;
}): Promise<SurveyedPlaces> {
  const found: SurveyedPlaces = { hidden: new Set(), zips: new Map(), withStreet: new Set() };
  for await (const { values } of files.addresses) {
    const id = values["location_id"] ?? "";
    const street = `${values["address_1"] ?? ""} ${values["address_2"] ?? ""}`.trim();
    if (isConfidential(values["address_1"] ?? "") || isConfidential(values["address_2"] ?? ""))
      found.hidden.add(id);
    const zip = /^\d{5}/.exec((values["postal_code"] ?? "").trim())?.[0];
    if (zip) found.zips.set(id, zip);
    if (street) found.withStreet.add(id);
  }
  for await (const { values } of files.locations) {
    if (isConfidential(`${values["name"]} ${values["description"]}`)) found.hidden.add(values["id"] ?? "");
  }
  for await (const { values } of files.services) {
    if (isConfidential(`${values["name"]} ${values["description"]}`))
      found.hidden.add(values["location_id"] ?? "");
  }
  return found;
}
