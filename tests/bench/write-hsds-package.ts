import { createWriteStream, mkdirSync } from "node:fs";
import { once } from "node:events";
import path from "node:path";
import { needs } from "../../app/domain/directory/needs/needs";
import { spreadZips } from "./spread-zips";

/** The same id for the same kind and number at every run. */
function idOf(kind: number, number: number): string {
  const mixed = Math.imul(number + 1, 2_654_435_761) >>> 0;
  const tail = ((mixed % 65_536) * 4_294_967_296 + number).toString(16).padStart(12, "0").slice(-12);
  return `${mixed.toString(16).padStart(8, "0")}-${kind.toString(16).padStart(4, "0")}-4000-8000-${tail}`;
}

const draw = (number: number, salt: number): number =>
  ((Math.imul(number + 1, 1_103_515_245) ^ Math.imul(salt + 7, 747_796_405)) >>> 0) / 4_294_967_296;

type Cell = string | number;
async function writeFile(
  folder: string,
  name: string,
  header: string,
  rows: Iterable<Cell[]>,
): Promise<number> {
  const out = createWriteStream(path.join(folder, `${name}.csv`), { highWaterMark: 1 << 20 });
  out.write(`${header}\n`);
  let count = 0;
  for (const row of rows) {
    count += 1;
    const line = row
      .map((cell) =>
        typeof cell === "string" && /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell,
      )
      .join(",");
    if (!out.write(`${line}\n`)) await once(out, "drain");
  }
  out.end();
  await once(out, "finish");
  return count;
}

function* numbers(count: number, row: (n: number) => Cell[]): Generator<Cell[]> {
  for (let n = 0; n < count; n += 1) yield row(n);
}

/** An invented HSDS 3.1 tabular package with about ten rows a service. Answers how many rows it has. */
export async function writeHsdsPackage(folder: string, services: number): Promise<number> {
  mkdirSync(folder, { recursive: true });
  const organizations = Math.ceil(services / 20);
  const zips = spreadZips();
  const titles = needs.flatMap((need) => need.openEligibility).slice(0, 200);
  const organization = (n: number) => idOf(1, Math.floor(draw(n, 1) * organizations));
  const text = "Invented text about what happens in this program, who leads it and how families come back. ";
  const day = "2026-01-05T10:00:00.000Z";
  const write = (name: string, header: string, count: number, row: (n: number) => Cell[]) =>
    writeFile(folder, name, header, numbers(count, row));
  const counts = [
    await write("taxonomies", "id,name,description,uri,version", 1, () => [
      idOf(9, 0),
      "Bench",
      "Bench terms",
      "",
      "1",
    ]),
    await write(
      "taxonomy_terms",
      "id,code,name,description,parent_id,taxonomy,language,taxonomy_id,term_uri",
      titles.length,
      (n) => [idOf(10, n), n, titles[n] ?? "", titles[n] ?? "", "", "Bench", "en", idOf(9, 0), ""],
    ),
    await write("organizations", "id,name,alternate_name,description,email,website", organizations, (n) => [
      idOf(1, n),
      `Synthetic Agency ${n}`,
      "",
      text,
      `agency-${n}@example.org`,
      "https://example.org",
    ]),
    await write(
      "services",
      "id,organization_id,program_id,name,alternate_name,description,url,email,status,interpretation_services,application_process,fees_description,eligibility_description,minimum_age,maximum_age,last_modified",
      services,
      (n) => [
        idOf(2, n),
        organization(n),
        "",
        `Family program ${n}`,
        "",
        text.repeat(2 + Math.floor(5 * draw(n, 2))),
        "https://example.org/p",
        "",
        "active",
        "",
        "Call us.",
        draw(n, 3) < 0.5 ? "None." : "$5",
        "",
        draw(n, 4) < 0.3 ? 3 : "",
        draw(n, 4) < 0.3 ? 12 : "",
        day,
      ],
    ),
    await write(
      "locations",
      "id,location_type,organization_id,name,description,transportation,latitude,longitude",
      services,
      (n) => {
        const zip = zips[Math.floor(draw(n, 5) * zips.length)];
        return [
          idOf(3, n),
          "physical",
          organization(n),
          `Place ${n}`,
          "",
          "",
          zip?.latitude ?? "",
          zip?.longitude ?? "",
        ];
      },
    ),
    await write("service_at_location", "id,service_id,location_id,description", services, (n) => [
      idOf(4, n),
      idOf(2, n),
      idOf(3, n),
      "",
    ]),
    await write(
      "addresses",
      "id,location_id,attention,address_1,address_2,city,region,state_province,postal_code,country,address_type",
      services,
      (n) => {
        const zip = zips[Math.floor(draw(n, 5) * zips.length)];
        return [
          idOf(5, n),
          idOf(3, n),
          "",
          `${1 + (n % 4800)} Example Street`,
          "",
          "Sample City",
          "",
          "MD",
          zip?.code ?? "21201",
          "US",
          "physical",
        ];
      },
    ),
    await write(
      "phones",
      "id,location_id,service_id,organization_id,contact_id,service_at_location_id,number,extension,type,description",
      services * 1.5,
      (n) => [
        idOf(6, n),
        "",
        idOf(2, n % services),
        "",
        "",
        "",
        `(410) 555-0${100 + (n % 100)}`,
        "",
        "voice",
        "",
      ],
    ),
    await write(
      "schedules",
      "id,service_id,location_id,service_at_location_id,freq,byday,opens_at,closes_at,description",
      services * 1.5,
      (n) => [idOf(7, n), idOf(2, n % services), "", "", "WEEKLY", "MO,WE", "09:00", "17:00", ""],
    ),
    await write(
      "attributes",
      "id,link_id,taxonomy_term_id,link_type,link_entity,value,label",
      services * 3,
      (n) => [
        idOf(8, n),
        idOf(2, n % services),
        idOf(10, Math.floor(draw(n, 6) * titles.length)),
        "category",
        "service",
        "",
        "",
      ],
    ),
  ];
  return counts.reduce((sum, count) => sum + count, 0);
}
