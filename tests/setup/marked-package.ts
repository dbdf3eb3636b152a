import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
export const marked = { organization: id(1), service: id(2), other: id(3), location: id(4), place: id(5) };

/** What stands in every value of the place and its children; phones and coordinates have their own. */
export const placeMarks = /Zm[A-Z]\w+|555-77\d\d|39\.512|76\.412|21099/;

/** The table a child's attribute and history name, by its file. */
const objects = {
  addresses: "address",
  accessibility: "accessibility",
  contacts: "contact",
  phones: "phone",
  schedules: "schedule",
  languages: "language",
  service_areas: "service_area",
};
type Kind = keyof typeof objects;
type Row = Record<string, string | number>;
const cell = (value: string | number | undefined) => `"${String(value ?? "").replaceAll('"', '""')}"`;
function csvOf(rows: readonly Row[]): string {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return [names.join(","), ...rows.map((row) => names.map((name) => cell(row[name])).join(","))]
    .map((line) => `${line}\n`)
    .join("");
}

const of = { location_id: marked.location };
const at = { service_at_location_id: marked.place };
const all = { ...of, service_id: marked.service, organization_id: marked.organization };
const polygon = `{"type":"Polygon","note":"ZmExtent","coordinates":[[[-76.412,39.512],[-76.4,39.512],[-76.4,39.6],[-76.412,39.512]]]}`;

/** The children of the place, of every kind that HSDS has, some with a second parent that is no secret. */
const children: Record<Kind, Row[]> = {
  addresses: [
    {
      id: id(10),
      ...of,
      attention: "ZmAttention",
      address_1: "7 ZmStreet Way",
      address_2: "ZmFloor",
      city: "ZmCity",
      region: "ZmRegion",
      state_province: "MD",
      postal_code: "21099",
      country: "US",
      address_type: "physical",
    },
  ],
  accessibility: [{ id: id(11), ...of, description: "ZmRamp", details: "ZmRampDetail" }],
  contacts: [
    { id: id(12), ...of, name: "ZmContact", title: "ZmTitle", email: "ZmMail@place.example" },
    { id: id(13), ...at, name: "ZmContactAt", title: "", email: "" },
    { id: id(14), ...all, name: "ZmContactOfAll", title: "", email: "" },
  ],
  phones: [
    { id: id(15), ...of, number: "(410) 555-7701", description: "ZmPhone" },
    { id: id(16), ...at, number: "(410) 555-7702", description: "ZmPhoneAt" },
    { id: id(17), ...all, number: "(410) 555-7703", description: "ZmPhoneOfAll" },
    { id: id(18), contact_id: id(12), number: "(410) 555-7704", description: "ZmPhoneOfContact" },
    {
      id: id(19),
      organization_id: marked.organization,
      location_id: marked.location,
      number: "(410) 555-7705",
      description: "ZmPhoneOfBoth",
    },
  ],
  schedules: [
    { id: id(20), ...of, description: "ZmHours", notes: "ZmNote", byday: "MO" },
    { id: id(21), ...at, description: "ZmHoursAt", notes: "", byday: "TU" },
    { id: id(22), ...of, service_id: marked.service, description: "ZmHoursOfBoth", notes: "", byday: "WE" },
  ],
  languages: [
    { id: id(23), ...of, name: "Spanish", code: "es", note: "ZmTongue" },
    { id: id(24), phone_id: id(15), name: "French", code: "fr", note: "ZmTongueOfPhone" },
  ],
  service_areas: [
    {
      id: id(25),
      ...at,
      name: "ZmArea",
      description: "ZmAreaWords",
      extent: polygon,
      extent_type: "geojson",
    },
  ],
};

const linked: [entity: string, rowId: string][] = [
  ["location", marked.location],
  ["service_at_location", marked.place],
  ...Object.entries(children).flatMap(([file, rows]) =>
    rows.map((row): [string, string] => [objects[file as Kind], String(row.id)]),
  ),
];

export interface MarkedPackage {
  /** How the package says it: outright, or in an attribute of the place. */
  hidden?: "visibility" | "attribute";
}

/** An imported directory of one organization and two listings, one of them at a place that has a child of every kind. */
export async function writeMarkedPackage({ hidden }: MarkedPackage): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "marked-"));
  const organization = { organization_id: marked.organization };
  const files: Record<string, Row[]> = {
    organizations: [{ id: marked.organization, name: "Invented Refuge of Trees", description: "Trees." }],
    services: [
      {
        id: marked.service,
        ...organization,
        name: "Rest Under Trees",
        description: "Rest.",
        status: "active",
      },
      { id: marked.other, ...organization, name: "Walks Elsewhere", description: "Walks.", status: "active" },
    ],
    locations: [
      {
        id: marked.location,
        ...organization,
        location_type: "physical",
        name: "ZmName",
        alternate_name: "ZmOtherName",
        description: "ZmDescription",
        transportation: "ZmBus",
        url: "https://ZmUrl.example",
        external_identifier: "ZmIdentifier",
        latitude: 39.512345,
        longitude: -76.412345,
        visibility: hidden === "visibility" ? "hidden" : "full",
      },
    ],
    service_at_location: [
      { id: marked.place, service_id: marked.service, location_id: marked.location, description: "ZmPlace" },
    ],
    ...children,
    taxonomies: [{ id: id(30), name: "Own words", description: "Own" }],
    taxonomy_terms: [{ id: id(31), taxonomy_id: id(30), name: "A thing", description: "A thing" }],
    attributes: [
      ...linked.map(([entity, rowId], n) => ({
        id: id(100 + n),
        link_entity: entity,
        link_id: rowId,
        taxonomy_term_id: id(31),
        link_type: "",
        value: `ZmAttribute${n}`,
      })),
      ...(hidden === "attribute"
        ? [
            {
              id: id(90),
              link_entity: "location",
              link_id: marked.location,
              taxonomy_term_id: id(31),
              link_type: "address_visibility",
              value: "hidden",
            },
          ]
        : []),
    ],
    metadata: linked.map(([entity, rowId], n) => ({
      id: id(200 + n),
      resource_type: entity,
      resource_id: rowId,
      last_action_date: "2026-01-02",
      last_action_type: "update",
      field_name: "name",
      previous_value: `ZmBefore${n}`,
      replacement_value: `ZmAfter${n}`,
      updated_by: "source",
    })),
  };
  for (const [name, rows] of Object.entries(files))
    await writeFile(path.join(folder, `${name}.csv`), csvOf(rows));
  return folder;
}
