import { heldRow } from "./held-rows";

/**
 * What of a hidden place stays with it. A row that names a hidden place (also by way of the place's contact or phone) is the
 * place's, whatever else it names: it leaves, and shows on a card, only when its kind was told (`location.tells_while_hidden`).
 * Hours and area of a listing are those of its places: where all of them are hidden, they stay as well.
 * Where an administrator has decided that it is a victim service, what a source said of its own and its hidden listings' phones
 * and contacts stays as well, its contacts also while nobody has decided yet; what its own people write does not.
 * Asked of the functions `place_keeps`, `site_keeps`, `contact_keeps`, `phone_keeps` (migration hidden_places_whole) and `service_keeps`
 * (migration hidden_listings).
 */
export const toldKinds = ["phone", "contact", "hours", "language", "area"] as const;
export type ToldKind = (typeof toldKinds)[number];

interface KeptRows {
  kind: ToldKind;
  /** By column, the function that says whether what it names keeps the kind back. */
  by: Readonly<Record<string, string>>;
  /** Whose imported row it is: of an organization that an administrator has decided to hide it stays too (held_keeps). */
  held?: (alias: string) => { organization: string; service: string };
}
const here = { location_id: "place_keeps", service_at_location_id: "site_keeps" };

/** Of a listing's place by way of the listing; of a phone also by way of its contact. */
const ofSite = (alias: string) =>
  `(select x.service_id from service_at_location x where x.id = ${alias}.service_at_location_id)`;
const own = (column: string, alias: string) =>
  `coalesce(${alias}.${column}, (select c.${column} from contact c where c.id = ${alias}.contact_id)${column === "service_id" ? `, ${ofSite(alias)}` : ""})`;

const keptRows: Readonly<Record<string, KeptRows>> = {
  contact: {
    kind: "contact",
    by: here,
    held: (alias) => ({
      organization: `coalesce(${alias}.organization_id, (select l.organization_id from location l where l.id = ${alias}.location_id))`,
      service: `coalesce(${alias}.service_id, ${ofSite(alias)})`,
    }),
  },
  phone: {
    kind: "phone",
    by: { ...here, contact_id: "contact_keeps" },
    held: (alias) => ({ organization: own("organization_id", alias), service: own("service_id", alias) }),
  },
  schedule: { kind: "hours", by: { ...here, service_id: "service_keeps" } },
  service_area: { kind: "area", by: { service_at_location_id: "site_keeps", service_id: "service_keeps" } },
  language: { kind: "language", by: { location_id: "place_keeps", phone_id: "phone_keeps" } },
};

/** SQL over the alias of a table's row: a hidden place keeps it back. */
export function keptBack(table: string, alias: string): string {
  const kept = Object.hasOwn(keptRows, table) ? keptRows[table] : undefined;
  if (!kept) return "false";
  const asked = Object.entries(kept.by).map(
    ([column, keeps]) => `${keeps}(${alias}.${column}, '${kept.kind}') is true`,
  );
  if (kept.held) {
    const { organization, service } = kept.held(alias);
    asked.push(`(${alias}.source <> 'portal' and held_keeps(${organization}, ${service}, '${kept.kind}'))`);
  }
  // Nobody's name but one that its own people gave.
  if (table === "contact") asked.push(heldRow(table, alias));
  return `(${asked.join(" or ")})`;
}
