import { type ImportPass, type Mapped, refusal, warn, wasTaken } from "./import-pass";
import type { FileRow, OhanaFile } from "./ohana-files";
import { emailOf, phoneOf, textOf } from "./read-ohana-values";

/** A street or postal address; for a confidential place none is taken at all. */
export function mapAddress(kind: "physical" | "postal") {
  const file: OhanaFile = kind === "physical" ? "addresses" : "mail_addresses";
  return (pass: ImportPass, row: FileRow, id: string): Mapped => {
    const { values } = row;
    const location = (values["location_id"] ?? "").trim();
    if (!wasTaken(pass, "locations", location))
      return refusal("location_id", "no such location", "unknown_location");
    const locationId = pass.idOf("locations", location);
    if (pass.kept.locations.has(locationId)) return { keep: true };
    if (pass.places.hidden.has(location))
      return refusal(null, "address of a confidential place: never kept", "confidential_address");
    const city = textOf(values["city"]);
    const address1 = textOf(values["address_1"]);
    if (!city && !address1) return refusal("address_1", "neither street nor city", "empty_address");
    if (!address1 || !city || !textOf(values["postal_code"]))
      warn(
        pass,
        file,
        row,
        address1 ? "postal_code" : "address_1",
        "incomplete address",
        "incomplete_address",
      );
    return {
      write: {
        id: pass.idOf(file, id),
        source: pass.source,
        source_id: `${kind === "postal" ? "mail:" : ""}${id}`,
        location_id: locationId,
        attention: textOf(values["attention"]),
        address1: address1 ?? "",
        address2: textOf(values["address_2"]),
        city: city ?? "",
        state_province: textOf(values["state_province"]) ?? "",
        postal_code: textOf(values["postal_code"]) ?? "",
        country: (textOf(values["country"]) ?? "us").toUpperCase().slice(0, 2),
        address_type: kind,
      },
    };
  };
}

const parents = {
  organization_id: "organizations",
  location_id: "locations",
  service_id: "services",
  contact_id: "contacts",
} as const;

/** Our ids of what a row points at; the column of one that does not exist. */
function parentsOf(
  pass: ImportPass,
  row: FileRow,
): { ids: Record<string, string | null> } | { missing: keyof typeof parents } {
  const ids: Record<string, string | null> = {};
  for (const [column, file] of Object.entries(parents) as [keyof typeof parents, OhanaFile][]) {
    const id = (row.values[column] ?? "").trim();
    if (id !== "" && !wasTaken(pass, file, id)) return { missing: column };
    ids[column] = id === "" ? null : pass.idOf(file, id);
  }
  return { ids };
}

export function mapContact(pass: ImportPass, row: FileRow, id: string): Mapped {
  const { values } = row;
  const found = parentsOf(pass, row);
  if ("missing" in found)
    return refusal(found.missing, "points at something that is not there", "unknown_parent");
  const { organization_id = null, service_id = null, location_id = null } = found.ids;
  const { name, title, department } = values;
  return {
    write: {
      id: pass.idOf("contacts", id),
      source: pass.source,
      source_id: id,
      organization_id,
      service_id,
      location_id,
      name: textOf(name),
      title: textOf(title),
      department: textOf(department),
      email: emailOf(values["email"]),
    },
  };
}

export function mapPhone(pass: ImportPass, row: FileRow, id: string): Mapped {
  const { values } = row;
  const number = phoneOf(values["number"]);
  if (!number) return refusal("number", "not a phone number", "not_a_phone_number");
  if (/^\([01]/.test(number))
    warn(pass, "phones", row, "number", "no area code begins with 0 or 1", "doubtful_phone_number");
  const found = parentsOf(pass, row);
  if ("missing" in found)
    return refusal(found.missing, "points at something that is not there", "unknown_parent");
  const { organization_id = null, service_id = null, location_id = null, contact_id = null } = found.ids;
  if (
    (service_id && pass.kept.services.has(service_id)) ||
    (location_id && pass.kept.locations.has(location_id))
  )
    return { keep: true };
  const extension = textOf(values["extension"]);
  const whole = extension !== null && /^\d{1,9}$/.test(extension);
  if (extension !== null && !whole)
    warn(pass, "phones", row, "extension", "not a number; left out", "bad_extension");
  return {
    write: {
      id: pass.idOf("phones", id),
      source: pass.source,
      source_id: id,
      organization_id,
      service_id,
      location_id,
      contact_id,
      number,
      extension: whole ? Number(extension) : null,
      type: textOf(values["number_type"]) ?? "voice",
      description: textOf(values["department"]),
    },
  };
}
