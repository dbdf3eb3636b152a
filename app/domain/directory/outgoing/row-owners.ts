const ofService = "(select o.organization_id from service o where o.id = t.service_id)";
const ofSite = `(select o.organization_id from service_at_location x join service o on o.id = x.service_id
  where x.id = t.service_at_location_id)`;
const ofLocation = `(select coalesce(o.organization_id, (select y.organization_id from service_at_location x join service y on y.id = x.service_id
  where x.location_id = o.id order by x.id limit 1)) from location o where o.id = t.location_id)`;
const contactOwner = (
  contact: string,
) => `(select coalesce(o.organization_id, (select y.organization_id from service y
  where y.id = coalesce(o.service_id, (select x.service_id from service_at_location x where x.id = o.service_at_location_id))),
  (select y.organization_id from location y where y.id = o.location_id)) from contact o where o.id = ${contact})`;
const phoneOwner = `(select coalesce(p.organization_id, (select y.organization_id from service y
  where y.id = coalesce(p.service_id, (select x.service_id from service_at_location x where x.id = p.service_at_location_id))),
  (select y.organization_id from location y where y.id = p.location_id), ${contactOwner("p.contact_id")}) from phone p where p.id = t.phone_id)`;

/** The organization that a row of a table speaks for: what it shows itself, it may say; what it hides, it must not. */
export const owners: Readonly<Record<string, string>> = {
  organization: "t.id",
  organization_identifier: "t.organization_id",
  program: "t.organization_id",
  service: "t.organization_id",
  location: `coalesce(t.organization_id, ${ofLocation.replaceAll("t.location_id", "t.id")})`,
  service_at_location: ofService,
  address: ofLocation,
  accessibility: ofLocation,
  contact: `coalesce(t.organization_id, ${ofService}, ${ofSite}, ${ofLocation})`,
  phone: `coalesce(t.organization_id, ${ofService}, ${ofSite}, ${ofLocation}, ${contactOwner("t.contact_id")})`,
  schedule: `coalesce(${ofService}, ${ofSite}, ${ofLocation})`,
  language: `coalesce(${ofService}, ${ofLocation}, ${phoneOwner})`,
  service_area: `coalesce(${ofService}, ${ofSite})`,
  service_capacity: ofService,
  // Whoever counts in it.
  unit: `(select o.organization_id from service_capacity k join service o on o.id = k.service_id where k.unit_id = t.id
    order by k.id limit 1)`,
  cost_option: ofService,
  required_document: ofService,
  eligibility_rule: ofService,
  url: `coalesce(t.organization_id, ${ofService})`,
  funding: `coalesce(t.organization_id, ${ofService})`,
};

/** The owner of the row that `id` names, of a table. */
const ownerAt = (table: string, id: string): string => {
  const owner = owners[table]?.replaceAll(/\bt\./g, "k.");
  return owner ? `(select ${owner} from ${table} k where k.id = ${id})` : "null::uuid";
};

/** Of a row that hangs on one of another table (`entity` when that is known): who the other speaks for. SQL over the alias `t`. */
export function linkedOwner(link: { entity: string; id: string }, entity?: string): string {
  if (entity) return ownerAt(entity, `t.${link.id}`);
  const whens = Object.keys(owners).map((one) => `when '${one}' then ${ownerAt(one, `t.${link.id}`)}`);
  return `case t.${link.entity} ${whens.join(" ")} end`;
}
