import type { Adder } from "./directory-rows";
import { secretPoint, secretWord, secretZip } from "./directory-secrets";

const changed = {
  at: "2026-02-02T10:11:12Z",
  action: "update",
  changed_by: "provider",
  actor_id: secretWord,
};

/** What must stay in the directory, or leave without what says where it is. Every secret is the secret word. */
export async function addWithheld(add: Adder, organizationId: string, serviceId: string, termId: string) {
  const other = { organization_id: organizationId, listing_state: "published" };
  const withdrawnId = await add("service", {
    ...other,
    slug: "w",
    name: "Withdrawn Listing",
    listing_state: "unpublished",
    published_at: "2026-01-01T00:00:00Z",
    source_id: "s2",
  });
  const mergedId = await add("service", {
    ...other,
    slug: "m",
    name: "Merged Listing",
    merged_into_id: serviceId,
    published_at: "2026-01-01T00:00:00Z",
    source_id: "s3",
  });
  for (const state of ["draft", "in_review", "do_not_list", "unpublished"]) {
    const id = await add("service", {
      ...other,
      slug: state,
      name: `${secretWord} ${state}`,
      listing_state: state,
      source_id: state,
      published_at: state === "unpublished" ? null : "2026-01-01T00:00:00Z",
    });
    await add("phone", { service_id: id, number: secretWord, source_id: `t-${state}` });
    await add("attribute", {
      link_entity: "service",
      link_id: id,
      taxonomy_term_id: termId,
      value: secretWord,
    });
    await add("field_change", {
      ...changed,
      entity: "service",
      entity_id: id,
      field: "name",
      previous: secretWord,
      replacement: secretWord,
    });
    await add("language", { service_id: id, name: secretWord });
  }
  const hiddenServiceId = await add("service", { ...other, slug: "h", name: "Safe Rest", source_id: "s4" });
  const hiddenLocationId = await add("location", {
    organization_id: organizationId,
    name: secretWord,
    alternate_name: secretWord,
    description: secretWord,
    transportation: secretWord,
    url: `https://${secretWord}.example`,
    external_identifier: secretWord,
    ...secretPoint,
    visibility: "hidden",
    source_id: "l2",
  });
  const hiddenPlaceId = await add("service_at_location", {
    service_id: hiddenServiceId,
    location_id: hiddenLocationId,
    capacity_available: 4242,
    capacity_as_of: new Date().toISOString(),
    source_id: "x2",
  });
  const secretAddress = {
    address1: secretWord,
    city: secretWord,
    state_province: "MD",
    postal_code: secretZip,
  };
  const hiddenAddress = await add("address", {
    location_id: hiddenLocationId,
    ...secretAddress,
    source_id: "a3",
  });
  await add("accessibility", { location_id: hiddenLocationId, description: secretWord });
  await add("attribute", { link_entity: "location", link_id: hiddenLocationId, value: secretWord });
  await add("attribute", { link_entity: "address", link_id: hiddenAddress, value: secretWord });
  await add("field_change", {
    ...changed,
    entity: "location",
    entity_id: hiddenLocationId,
    field: "name",
    previous: secretWord,
    replacement: secretWord,
  });
  await add("field_change", {
    ...changed,
    entity: "address",
    entity_id: hiddenAddress,
    field: "city",
    previous: secretWord,
    replacement: secretWord,
  });
  await add("field_change", {
    ...changed,
    entity: "service_at_location",
    entity_id: hiddenPlaceId,
    field: "capacity_available",
    previous: secretWord,
    replacement: "4242",
  });
  await add("phone", { location_id: hiddenLocationId, number: "(410) 555-0199", source_id: "t3" });
  const confidentialId = await add("service", {
    ...other,
    slug: "k",
    name: "Quiet Rest",
    confidential: true,
    source_id: "s6",
  });
  const confidentialPlace = await add("location", { name: secretWord, ...secretPoint, source_id: "l4" });
  await add("service_at_location", {
    service_id: confidentialId,
    location_id: confidentialPlace,
    source_id: "x4",
  });
  await add("address", { location_id: confidentialPlace, ...secretAddress, source_id: "a5" });
  const partialServiceId = await add("service", { ...other, slug: "t", name: "Town Only", source_id: "s5" });
  const partialLocationId = await add("location", {
    name: secretWord,
    ...secretPoint,
    visibility: "partial",
    source_id: "l3",
  });
  await add("service_at_location", {
    service_id: partialServiceId,
    location_id: partialLocationId,
    source_id: "x3",
  });
  await add("address", {
    location_id: partialLocationId,
    ...secretAddress,
    city: "Bel Air",
    source_id: "a4",
  });
  const unlisted = await add("organization", { name: secretWord, source_id: "o9" });
  await add("service", {
    organization_id: unlisted,
    slug: "u",
    name: secretWord,
    listing_state: "do_not_list",
    source_id: "s9",
  });
  return { withdrawnId, mergedId, hiddenServiceId, partialServiceId, hiddenLocationId, partialLocationId };
}
