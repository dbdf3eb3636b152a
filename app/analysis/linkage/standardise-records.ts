import type { DuckDBConnection } from "@duckdb/node-api";
import type { Side } from "./read-words";

/** A telephone, e-mail or identifier that so many records of one side share is an office's or a placeholder. */
const mostSharing = 25;
/** Records that one address may hold and still be one household. */
const mostAtAddress = 10;
const mostInFamily = 30;
/** A name is taken to stand at least so often: of what is rarer, its rarity is not known. */
const fewestNames = 2;

const absent = "CAST(NULL AS VARCHAR)";
const letters = (text: string): string =>
  `nullif(regexp_replace(lower(strip_accents(${text})), '[^\\p{L}\\d]+', '', 'g'), '')`;
const notOneSign = (text: string): string =>
  `CASE WHEN NOT regexp_full_match(${text}, '0*|1*|2*|3*|4*|5*|6*|7*|8*|9*|x*|na|none|unknown|123456789|1234567890') THEN ${text} END`;

function selectCells({ columns }: Side): string {
  const raw = (column: string): string => (columns.has(column) ? `r.${column}` : absent);
  const digits = `right(regexp_replace(${raw("phone")}, '\\D', '', 'g'), 10)`;
  const middle = columns.has("middle_name")
    ? "coalesce(m.md, f.rest)"
    : columns.has("middle_initial")
      ? "coalesce(m.md, f.rest[1])"
      : "f.rest";
  const identifiers = [1, 2, 3, 4].map((n) => `${notOneSign(letters(raw(`identifier_${n}`)))} AS i${n}`);
  return `o.rid, r.id, f.fn, f.fg, f.fn[1] AS fi, ${middle} AS md, f.fs, f.root, f.formal::BOOLEAN AS formal, f.often::INTEGER AS often,
    ${["ra", "rb", "rc", "rd"].map((root) => `f.${root}::SMALLINT AS ${root}`).join(", ")},
    n.ln, n.lg, n.p1, n.p2, n.s1, n.s2, coalesce(x.sfx, n.sfx) AS sfx,
    d.dob, d.ds, d.dob[1:4]::SMALLINT AS by, d.dob[5:6]::TINYINT AS bm, d.dob[7:8]::TINYINT AS bd,
    g.sex, coalesce(h.nr, t.nr) AS nr, t.st, coalesce(u.un, t.un) AS un, z.zip, z.zs, c.city,
    CASE WHEN length(${digits}) >= 7 THEN ${notOneSign(digits)} END AS ph,
    CASE WHEN ${raw("email")} LIKE '%_@_%' THEN lower(${raw("email")}) END AS em,
    ${identifiers.join(", ")}, ${raw("family_id")} AS fam`;
}

const dictionaries = {
  f: ["first_names", "first_name"],
  n: ["last_names", "last_name"],
  x: ["suffixes", "suffix"],
  g: ["sexes", "sex"],
  h: ["house_numbers", "street_number"],
  t: ["streets", "street"],
  u: ["units", "unit"],
  z: ["postcodes", "postcode"],
  c: ["cities", "city"],
  d: ["birth_dates", "birth_date"],
} as const;

function joinDictionaries({ columns }: Side, side: number): string {
  const join = (alias: string, table: string, column: string): string => {
    const condition = columns.has(column) ? `r.${column} = ${alias}.raw` : "false";
    return `LEFT JOIN ${table} ${alias} ON ${condition}${alias === "d" ? ` AND d.side = '${side}'` : ""}`;
  };
  const middle = join("m", "middle_names", columns.has("middle_name") ? "middle_name" : "middle_initial");
  return [
    ...Object.entries(dictionaries).map(([alias, [table, column]]) => join(alias, table, column)),
    middle,
  ].join(" ");
}

const address = "hash(nr, st, coalesce(zip, ''))";

/** Nulls in a column what too many records share. */
async function dropShared(
  connection: DuckDBConnection,
  table: string,
  key: string,
  most: number,
  column = key,
) {
  const among = `${column} IS NOT NULL${column === "nr" ? " AND st IS NOT NULL AND un IS NULL" : ""}`;
  const shared = `SELECT ${key} FROM ${table} WHERE ${among} GROUP BY 1 HAVING count(*) > ${most}`;
  const found = await connection.runAndReadAll(`SELECT count(*) AS n FROM (${shared})`);
  if (Number(found.getRowObjects()[0]?.["n"]) > 0)
    await connection.run(`UPDATE ${table} SET ${column} = NULL WHERE ${among} AND ${key} IN (${shared})`);
}

/** Bits by which a name is commoner than the mean of names that agree. */
async function countNames(connection: DuckDBConnection, tables: string[], column: string): Promise<void> {
  const shares = tables.map(
    (table, side) =>
      `SELECT ${column} AS name, ${side} AS side, count(*) AS n, greatest(count(*), ${fewestNames}) / sum(count(*)) OVER () AS share
       FROM ${table} WHERE ${column} IS NOT NULL GROUP BY ${column}`,
  );
  await connection.run(
    `CREATE OR REPLACE TABLE shares_${column} AS SELECT name, max(share)::DOUBLE AS share,
       CASE WHEN count(*) = ${tables.length} THEN round(product(share::DOUBLE) * 1e15)::HUGEINT ELSE 0 END AS common
     FROM (${shares.join(" UNION ALL ")}) GROUP BY name`,
  );
  const square = tables.length === 1 ? "round(share * share * 1e15)::HUGEINT" : "common";
  await connection.run(
    `CREATE OR REPLACE TABLE bits_${column} AS SELECT name,
       log2(share / greatest(1e-9, (SELECT sum(${square})::DOUBLE / 1e15 FROM shares_${column})))::FLOAT AS bits FROM shares_${column}`,
  );
}

const household = `CASE WHEN fam IS NOT NULL THEN hash('family', fam)
  WHEN nr IS NOT NULL AND st IS NOT NULL AND (zip IS NOT NULL OR city IS NOT NULL) THEN hash(nr, st, coalesce(un, ''), coalesce(zip, city)) END`;

/** Adds to each record the bits of its names and its household. */
async function finishRecords(connection: DuckDBConnection, side: number): Promise<void> {
  await connection.run(
    `CREATE OR REPLACE TABLE homes AS SELECT rid, hh FROM
       (SELECT rid, hh, fam, count(*) OVER (PARTITION BY hh) AS members FROM (SELECT rid, fam, ${household} AS hh FROM clean_${side}) WHERE hh IS NOT NULL)
     WHERE members BETWEEN 2 AND CASE WHEN fam IS NULL THEN ${mostAtAddress} ELSE ${mostInFamily} END`,
  );
  await connection.run(
    `CREATE TABLE s${side} AS SELECT c.* EXCLUDE (fam), c.md[1] AS mi, f.bits AS fbits, n.bits AS lbits, h.hh,
       regexp_replace(split_part(em, '@', 1), '[^a-z]', '', 'g') AS el,
       coalesce(1::UBIGINT << (ra % 64), 0) | coalesce(1::UBIGINT << (rb % 64), 0) | coalesce(1::UBIGINT << (rc % 64), 0)
         | coalesce(1::UBIGINT << (rd % 64), 0) AS rm
     FROM clean_${side} c LEFT JOIN bits_fn f ON c.fn = f.name LEFT JOIN bits_ln n ON c.ln = n.name
     LEFT JOIN homes h USING (rid)`,
  );
  await connection.run(`DROP TABLE clean_${side}`);
}

/**
 * Makes `s0` (and `s1`) of raw tables and dictionaries: one row a record, `rid` from 0 in the order of ids, so that the
 * order of a file's rows changes nothing. `hh` is its household: family_id, else an address of few records.
 */
export async function standardiseRecords(connection: DuckDBConnection, sides: Side[]): Promise<void> {
  const factor = sides.length === 1 ? 2 : 1;
  for (const [side, one] of sides.entries()) {
    await connection.run(
      `CREATE OR REPLACE TABLE ids AS SELECT id, (row_number() OVER (ORDER BY id) - 1)::UINTEGER AS rid FROM ${one.table}`,
    );
    await connection.run(
      `CREATE TABLE clean_${side} AS SELECT ${selectCells(one)} FROM ${one.table} r JOIN ids o ON r.id = o.id ${joinDictionaries(one, side)}`,
    );
    for (const column of ["ph", "em", "i1", "i2", "i3", "i4"])
      await dropShared(connection, `clean_${side}`, column, mostSharing * factor);
    await dropShared(connection, `clean_${side}`, address, mostAtAddress * factor, "nr");
  }
  const tables = sides.map((_, side) => `clean_${side}`);
  await countNames(connection, tables, "fn");
  await countNames(connection, tables, "ln");
  for (const side of sides.keys()) await finishRecords(connection, side);
}
