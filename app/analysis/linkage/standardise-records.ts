import type { DuckDBConnection } from "@duckdb/node-api";
import type { Side } from "./build-dictionaries";

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
  const zip = `coalesce(nullif(lpad(regexp_extract(${raw("postcode")}, '^\\D*(\\d{4,5})', 1), 5, '0'), '00000'), ${letters(raw("postcode"))})`;
  const middle = columns.has("middle_name")
    ? "coalesce(m.md, f.rest)"
    : columns.has("middle_initial")
      ? "coalesce(m.md, f.rest[1])"
      : "f.rest";
  return `
    f.fn, f.fg, ${middle} AS md, f.fs, string_split(f.roots, ' ') AS roots, f.root,
    f.formal IS NOT NULL AS formal, f.often::INTEGER AS often,
    n.ln, n.lg, n.p1, n.p2, n.s1, n.s2, coalesce(x.sfx, n.sfx) AS sfx, d.dob, d.ds,
    CASE WHEN lower(${raw("sex")})[1] IN ('m', 'h', '1') THEN 'm' WHEN lower(${raw("sex")})[1] IN ('f', 'w', '2') THEN 'f' END AS sex,
    coalesce(nullif(regexp_replace(lower(${raw("street_number")}), '[^a-z0-9-]', '', 'g'), ''), t.nr) AS nr, t.st,
    coalesce(${letters(`regexp_replace(lower(${raw("unit")}), '^(apartment|apt|unit|suite|ste|#|room|rm)\\W*', '')`)}, t.un) AS un,
    ${zip} AS zip, ${letters(raw("city"))} AS city,
    CASE WHEN length(${digits}) >= 7 THEN ${notOneSign(digits)} END AS ph,
    CASE WHEN ${raw("email")} LIKE '%_@_%' THEN lower(${raw("email")}) END AS em,
    ${[1, 2, 3, 4].map((n) => `${notOneSign(letters(raw(`identifier_${n}`)))} AS i${n}`).join(", ")},
    ${raw("family_id")} AS fam`;
}

function joinDictionaries({ columns }: Side, side: number): string {
  const on = (column: string, condition = "") =>
    columns.has(column) ? `ON r.${column} = {}.raw${condition}` : "ON false";
  const join = (table: string, alias: string, condition: string): string =>
    `LEFT JOIN ${table} ${alias} ${condition.replace("{}", alias)}`;
  const middle = columns.has("middle_name") ? "middle_name" : "middle_initial";
  return [
    join("first_names", "f", on("first_name")),
    join("middle_names", "m", on(middle)),
    join("last_names", "n", on("last_name")),
    join("suffixes", "x", on("suffix")),
    join("streets", "t", on("street")),
    join("birth_dates", "d", on("birth_date", ` AND d.side = '${side}'`)),
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

/**
 * Makes `s0` (and `s1`) of raw tables and dictionaries: one row a record, `rid` from 0 in the order of ids, so that the
 * order of a file's rows changes nothing. `hh` is its household: family_id, else an address of few records.
 */
export async function standardiseRecords(connection: DuckDBConnection, sides: Side[]): Promise<void> {
  const factor = sides.length === 1 ? 2 : 1;
  for (const [side, one] of sides.entries()) {
    await connection.run(
      `CREATE TABLE clean_${side} AS SELECT r.id, ${selectCells(one)} FROM ${one.table} r ${joinDictionaries(one, side)}`,
    );
    for (const column of ["ph", "em", "i1", "i2", "i3", "i4"])
      await dropShared(connection, `clean_${side}`, column, mostSharing * factor);
    await dropShared(connection, `clean_${side}`, address, mostAtAddress * factor, "nr");
  }
  const tables = sides.map((_, side) => `clean_${side}`);
  await countNames(connection, tables, "fn");
  await countNames(connection, tables, "ln");
  for (const side of sides.keys())
    await connection.run(
      `CREATE TABLE s${side} AS
       WITH homes AS (SELECT hh FROM (SELECT ${household} AS hh, fam FROM clean_${side}) WHERE hh IS NOT NULL GROUP BY hh
         HAVING count(*) BETWEEN 2 AND CASE WHEN max(fam) IS NULL THEN ${mostAtAddress} ELSE ${mostInFamily} END)
       SELECT (row_number() OVER (ORDER BY c.id) - 1)::UINTEGER AS rid, c.* EXCLUDE (fam), md[1] AS mi, fn[1] AS fi,
         dob[1:4]::SMALLINT AS by, dob[5:6]::TINYINT AS bm, dob[7:8]::TINYINT AS bd,
         list_sort(string_split(zip, '')).array_to_string('') AS zs,
         regexp_replace(split_part(em, '@', 1), '[^a-z]', '', 'g') AS el,
         list_reduce(list_prepend(0::UBIGINT, list_transform(roots, lambda root: 1::UBIGINT << (hash(root) % 64))), lambda one, two: one | two) AS rm,
         f.bits AS fbits, n.bits AS lbits, h.hh
       FROM clean_${side} c LEFT JOIN bits_fn f ON c.fn = f.name LEFT JOIN bits_ln n ON c.ln = n.name
       LEFT JOIN homes h ON h.hh = ${household}`,
    );
}
