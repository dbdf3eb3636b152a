import { listingSlug } from "~/domain/directory/listing-slug";
import { type ImportPass, type Mapped, hashOfRow, refusal, warn, wasTaken } from "./import-pass";
import type { FileRow, OhanaRow } from "./ohana-files";
import { emailOf, freeOf, languagesOf, textOf, urlOf } from "./read-ohana-values";

const statuses = new Map([
  ["active", "active"],
  ["inactive", "inactive"],
  ["defunct", "defunct"],
  ["temporarily closed", "temporarily_closed"],
  ["", "active"],
]);

/** The listing's own fields, before what the portal adds. */
function factsOf(values: OhanaRow) {
  const languages = languagesOf(textOf(values["languages"]));
  const fees = textOf(values["fees"]);
  return {
    name: textOf(values["name"]) ?? "",
    alternate_name: textOf(values["alternate_name"]),
    description: values["description"]?.trim() ?? "",
    url: urlOf(values["website"]),
    email: emailOf(values["email"]),
    interpretation_services: languages.note,
    staff_languages: languages.staff,
    application_process: textOf(values["application_process"]),
    fees_description: fees,
    is_free: freeOf(fees),
    eligibility_description: textOf(values["eligibility"]),
  };
}

/** A source row that changed after somebody of the provider had confirmed or edited the listing stays out, and is named. */
function keepConfirmed(pass: ImportPass, row: FileRow, id: string, hash: string): boolean {
  if (!pass.kept.services.has(id)) return false;
  if (pass.kept.services.get(id) !== hash) {
    warn(
      pass,
      "services",
      row,
      null,
      "changed in the source, but its provider has confirmed or edited it here: kept as it is",
      "confirmed_listing_kept",
    );
  }
  return true;
}

export function mapService(pass: ImportPass, row: FileRow, id: string): Mapped {
  const { values } = row;
  const facts = factsOf(values);
  if (!facts.name) return refusal("name", "no name", "no_name");
  const location = (values["location_id"] ?? "").trim();
  if (location === "") return refusal("location_id", "no location, and so no organization", "no_location");
  if (!wasTaken(pass, "locations", location))
    return refusal("location_id", "no such location", "unknown_location");
  const status = statuses.get((values["status"] ?? "").trim().toLowerCase());
  if (!status) return refusal("status", "not a status of a service", "bad_status");
  const serviceId = pass.idOf("services", id);
  const needs = pass.needsOf.get(id) ?? [];
  const hash = hashOfRow(row, needs.join());
  if (keepConfirmed(pass, row, serviceId, hash)) return { keep: true };
  const now = pass.ctx.clock.now().toISOString();
  return {
    write: {
      id: serviceId,
      source: pass.source,
      source_id: id,
      organization_id: pass.idOf("organizations", pass.organizationOf.get(location) ?? ""),
      slug: listingSlug(facts.name, serviceId),
      ...facts,
      status,
      listing_state: "published",
      published_at: now,
      need_codes: needs,
      delivery_modes: [],
      interpreter_languages: [],
      times_of_day: [],
      protective_factors: [],
      transport_offered: [],
      confidential: pass.places.hidden.has(location),
      import_hash: hash,
      created_at: now,
      last_modified: now,
    },
  };
}

export function mapServicePlace(pass: ImportPass, row: FileRow, id: string): Mapped {
  const location = (row.values["location_id"] ?? "").trim();
  const serviceId = pass.idOf("services", id);
  if (pass.kept.services.has(serviceId)) return { keep: true };
  return {
    write: {
      id: pass.idOf("service_at_location", id),
      source: pass.source,
      source_id: id,
      service_id: serviceId,
      location_id: pass.idOf("locations", location),
    },
  };
}
