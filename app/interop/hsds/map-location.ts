import { milesBetween } from "~/domain/directory/geo";
import { placeOfZip } from "~/domain/directory/places";
import { type ImportPass, type Mapped, hashOfRow, refusal, warn, wasTaken } from "./import-pass";
import type { FileRow } from "./ohana-files";
import { degreesOf, textOf } from "./read-ohana-values";

/** Further than this from the ZIP of its own address, a coordinate is a mistake. */
const farMiles = 60;

/** Where a place is: its coordinates, else the middle of its ZIP; nothing at all for a confidential one. */
function pointOf(pass: ImportPass, row: FileRow, id: string) {
  const nowhere = { latitude: null, longitude: null, approximate: false };
  if (pass.places.hidden.has(id)) return nowhere;
  const latitude = degreesOf(row.values["latitude"], 90);
  const longitude = degreesOf(row.values["longitude"], 180);
  const zip = pass.places.zips.get(id);
  const middle = zip ? placeOfZip(zip) : null;
  const near = middle
    ? { latitude: middle.latitude, longitude: middle.longitude, approximate: true }
    : nowhere;
  if (latitude === null || longitude === null) return near;
  if (middle && milesBetween(middle, { latitude, longitude }) > farMiles) {
    warn(
      pass,
      "locations",
      row,
      "latitude",
      "far from the ZIP of its address; the ZIP is used instead",
      "coordinates_far",
    );
    return near;
  }
  return { latitude, longitude, approximate: false };
}

export function mapLocation(pass: ImportPass, row: FileRow, id: string): Mapped {
  const { values } = row;
  const organization = (values["organization_id"] ?? "").trim();
  if (!wasTaken(pass, "organizations", organization))
    return refusal("organization_id", "no such organization", "unknown_organization");
  pass.organizationOf.set(id, organization);
  const locationId = pass.idOf("locations", id);
  if (pass.kept.locations.has(locationId)) return { keep: true };
  const hidden = pass.places.hidden.has(id);
  const point = pointOf(pass, row, id);
  const placeless = !hidden && point.latitude === null && !pass.places.withStreet.has(id);
  return {
    write: {
      id: locationId,
      source: pass.source,
      source_id: id,
      organization_id: pass.idOf("organizations", organization),
      location_type: placeless ? "virtual" : "physical",
      name: textOf(values["name"]),
      alternate_name: textOf(values["alternate_name"]),
      description: hidden ? "" : (values["description"]?.trim() ?? ""),
      transportation: hidden ? null : textOf(values["transportation"]),
      ...point,
      visibility: hidden ? "hidden" : "full",
      visibility_reason: hidden ? "confidential in its source" : null,
      import_hash: hashOfRow(row, `${hidden}:${pass.places.zips.get(id) ?? ""}`),
    },
  };
}
