import { notSealed } from "../organizations/sealed-sql";

/** One side of the comparison: what each column of its file is in SQL, and whose rows they are. */
export type ComparedSide = { columns: Readonly<Record<string, string>>; from: string };

/**
 * The portal's children: nobody whom a victim service or substance use program named, nobody of a family that said no to
 * having its records compared (domain.md 5), no row that another one tells right, and none without a name.
 */
export const portalChildren: ComparedSide = {
  columns: {
    id: "p.id::text",
    first_name: "p.first_name",
    last_name: "p.last_name",
    birth_date: "p.birth_date::text",
    sex: "p.sex",
    postcode: "h.postal_code",
    phone: "h.phone",
    email: "h.email",
    family_id: "p.household_id::text",
  },
  from: `person p join household h on h.id = p.household_id
    where p.jurisdiction_id = app_jurisdiction() and p.kind = 'child' and p.superseded_by_id is null
      and h.record_linkage_refused_at is null and coalesce(p.first_name, p.last_name) is not null
      and ${notSealed("p.named_by_organization_id")}`,
};

/** The agency's children, with what linkage may go by and nothing of what happened to them. */
export const agencyChildren: ComparedSide = {
  columns: {
    id: "a.id::text",
    first_name: "a.first_name",
    middle_name: "a.middle_name",
    last_name: "a.last_name",
    suffix: "a.suffix",
    birth_date: "a.dob::text",
    sex: "a.sex",
    street_number: "a.street_number",
    street: "a.street",
    unit: "a.unit",
    city: "a.city",
    postcode: "coalesce(a.postcode, substring(a.zip_or_tract from '^[0-9]{5}$'))",
    phone: "a.phone",
    email: "a.email",
    family_id: "a.family_id",
    aliases: "a.aliases",
  },
  from: `agency_child a where a.jurisdiction_id = app_jurisdiction() and coalesce(a.first_name, a.last_name) is not null`,
};

/** The rows of a side's file. */
export const rowsSql = ({ columns, from }: ComparedSide): string =>
  `select ${Object.entries(columns)
    .map(([name, sql]) => `${sql} as ${name}`)
    .join(", ")} from ${from}`;

/** Each row's id and the digest of everything that it says: a row that changed has another one. */
export function hashesSql({ columns, from }: ComparedSide): string {
  const { id, aliases, ...said } = columns;
  const cells = Object.values(said).map((sql) => `coalesce(${sql}, '')`);
  // Where nobody has another name the digest is as it was before they were compared.
  if (aliases) cells.push(aliases);
  return `select (${id})::uuid as id, md5(concat_ws(E'\\x1f', ${cells.join(", ")})) as hash from ${from}`;
}

/** One word for a whole side: how many rows, and the sum of their digests, in whatever order they lie. */
export const digestSql = (side: ComparedSide): string =>
  `select count(*)::int as rows, count(*) || ':' || coalesce(sum(('x' || left(md5(id::text || hash), 15))::bit(60)::bigint::numeric), 0) as digest
   from (${hashesSql(side)}) as rows`;
