import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { writeFamilies } from "../bench/linkage/write-families";
import type { TestDatabase } from "./database";

/** Who is who, by the ids of both sides' rows. */
export type Truth = { isSame: (personId: string, agencyChildId: string) => boolean; shared: number };

/** A row of one side, by column: id, family, first, middle, last, suffix, born, sex, house, street, unit, zip, phone. */
export type Line = Record<string, string>;

/** An id that follows from a word, in the form of a random one. */
const idOf = (word: string): string =>
  `overlay(overlay(md5($1 || ${word}) placing '4' from 13) placing '8' from 17)::uuid`;

/** Children and families of the portal's side. */
export async function insertPortal(db: TestDatabase, jurisdictionId: string, lines: Line[]): Promise<void> {
  const json = JSON.stringify(lines);
  await db.owner.query(
    `insert into household (id, jurisdiction_id, caregiver_name, postal_code, phone, created_at)
     select distinct on (l.family) ${idOf("l.family")}, $1::uuid, 'Parent', nullif(l.zip, ''), nullif(l.phone, ''), now()
     from jsonb_to_recordset($2::jsonb) as l(family text, zip text, phone text) order by l.family, l.phone desc`,
    [jurisdictionId, json],
  );
  await db.owner.query(
    `insert into person (id, jurisdiction_id, household_id, kind, first_name, last_name, birth_date, sex, created_at)
     select ${idOf("l.id")}, $1::uuid, ${idOf("l.family")}, 'child', nullif(l.first, ''), nullif(l.last, ''),
       case when l.born ~ '^[0-9]{4}-(0[1-9]|1[0-2])-([01][0-9]|2[0-8])$' then l.born::date end,
       case l.sex when 'F' then 'female' when 'M' then 'male' end, now()
     from jsonb_to_recordset($2::jsonb) as l(id text, family text, first text, last text, born text, sex text)`,
    [jurisdictionId, json],
  );
}

async function insertAgency(db: TestDatabase, jurisdictionId: string, lines: Line[]): Promise<void> {
  await db.owner.query(
    `insert into agency_child (id, jurisdiction_id, child_id, race_codes, row_hash, first_name, middle_name, last_name, suffix,
       dob, sex, street_number, street, unit, postcode, phone)
     select ${idOf("l.id")}, $1::uuid, l.id, '{}', md5(l::text), nullif(l.first, ''), nullif(l.middle, ''), nullif(l.last, ''),
       nullif(l.suffix, ''), case when l.born ~ '^[0-9]{4}-(0[1-9]|1[0-2])-([01][0-9]|2[0-8])$' then l.born::date end,
       case l.sex when 'F' then 'female' when 'M' then 'male' end, nullif(l.house, ''), nullif(l.street, ''), nullif(l.unit, ''),
       nullif(l.zip, ''), nullif(l.phone, '')
     from jsonb_to_recordset($2::jsonb) as l(id text, first text, middle text, last text, suffix text, born text, sex text,
       house text, street text, unit text, zip text, phone text)`,
    [jurisdictionId, JSON.stringify(lines)],
  );
}

/** The portal's ids of such rows, each with the id that its file gives. */
export async function portalIds(
  db: TestDatabase,
  jurisdictionId: string,
  lines: Line[],
): Promise<Map<string, string>> {
  const found = await db.owner.query<{ id: string; uuid: string }>(
    `select l.id, ${idOf("l.id")}::text as uuid from jsonb_to_recordset($2::jsonb) as l(id text)`,
    [jurisdictionId, JSON.stringify(lines)],
  );
  return new Map(found.rows.map(({ id, uuid }) => [uuid, id]));
}

/** Both sides of invented families, `records` a side, and who is who. */
export async function inventFamilies({ records, seed }: { records: number; seed: number }): Promise<{
  a: Line[];
  b: Line[];
  persons: Line[];
}> {
  const folder = await mkdtemp(path.join(tmpdir(), "upstream-families-"));
  try {
    await writeFamilies(folder, { seed, records, noise: 1, familyIds: true });
    const read = async (name: string): Promise<Line[]> =>
      parse(await readFile(path.join(folder, name)), { columns: true });
    return { a: await read("a.csv"), b: await read("b.csv"), persons: await read("persons.csv") };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Invented families on both sides of a jurisdiction, `records` a side, with errors as people make them; the same every time. */
export async function arrangeFamilies(
  db: TestDatabase,
  jurisdictionId: string,
  { records, seed = 41 }: { records: number; seed?: number },
): Promise<Truth> {
  const { a, b, persons } = await inventFamilies({ records, seed });
  await insertPortal(db, jurisdictionId, a);
  await insertAgency(db, jurisdictionId, b);
  const numbers: Record<string, Map<string, string>> = { a: new Map(), b: new Map() };
  const ids = await portalIds(db, jurisdictionId, persons);
  const uuidOf = new Map([...ids].map(([uuid, id]) => [id, uuid]));
  for (const { side = "", id = "", person = "" } of persons) numbers[side]?.set(uuidOf.get(id) ?? "", person);
  const onB = new Set(numbers["b"]?.values());
  return {
    isSame: (one, other) =>
      numbers["a"]?.get(one) !== undefined && numbers["a"].get(one) === numbers["b"]?.get(other),
    shared: [...(numbers["a"]?.values() ?? [])].filter((person) => onB.has(person)).length,
  };
}
