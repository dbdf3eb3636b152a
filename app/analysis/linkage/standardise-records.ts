import type { DuckDBConnection } from "@duckdb/node-api";
import type { Side } from "./read-words";

/** A telephone, e-mail or identifier that so many records of one side share is an office's or a placeholder. */
const mostSharing = 25;
/** Records that one address may hold and still be one household. */
const mostAtAddress = 10;
const mostInFamily = 30;

const absent = "CAST(NULL AS VARCHAR)";
const letters = (text: string): string =>
  `nullif(regexp_replace(lower(strip_accents(${text})), '[^\\p{L}\\d]+', '', 'g'), '')`;
const notOneSign = (text: string): string =>
  `CASE WHEN NOT regexp_full_match(${text}, '0*|1*|2*|3*|4*|5*|6*|7*|8*|9*|x*|na|none|unknown|123456789|1234567890') THEN ${text} END`;

const rootNames = ["ra", "rb", "rc", "rd"];
/** A bit for each root, so that most pairs of names are told apart by one operation. */
const rootMarks = rootNames.map((root) => `coalesce(1::UBIGINT << (f.${root}::UBIGINT % 64), 0)`).join(" | ");

/** What a record's two names say, of the rows `f` and `n` of their dictionaries. */
const nameCells = [
  ..."f.fn, f.fg, f.fn[1] AS fi, f.fs, f.root".split(", "),
  ..."f.formal::BOOLEAN AS formal, f.often::INTEGER AS often, f.bits::FLOAT AS fbits".split(", "),
  ...rootNames.map((root) => `f.${root}::SMALLINT AS ${root}`),
  `${rootMarks} AS rm`,
  ..."n.bits::FLOAT AS lbits, n.ol::BOOLEAN AS ol, n.ln, n.lg, n.p1, n.p2, n.s1, n.s2".split(", "),
];

function selectCells({ columns }: Side): string {
  const raw = (column: string): string => (columns.has(column) ? `r.${column}` : absent);
  const digits = `right(regexp_replace(${raw("phone")}, '\\D', '', 'g'), 10)`;
  const middle = columns.has("middle_name")
    ? "coalesce(m.md, f.rest)"
    : columns.has("middle_initial")
      ? "coalesce(m.md, f.rest[1])"
      : "f.rest";
  const identifiers = [1, 2, 3, 4].map((n) => `${notOneSign(letters(raw(`identifier_${n}`)))} AS i${n}`);
  return `o.rid, r.id, ${nameCells.join(", ")}, ${middle} AS md, left(${middle}, 1) AS mi, coalesce(x.sfx, n.sfx) AS sfx,
    d.dob, d.ds, d.dob[1:4]::SMALLINT AS by, d.dob[5:6]::TINYINT AS bm, d.dob[7:8]::TINYINT AS bd,
    g.sex, coalesce(h.nr, t.nr) AS nr, t.st, coalesce(u.un, t.un) AS un, z.zip, z.zs, c.city,
    CASE WHEN length(${digits}) >= 7 THEN ${notOneSign(digits)} END AS ph,
    CASE WHEN ${raw("email")} LIKE '%_@_%' THEN lower(${raw("email")}) END AS em,
    CASE WHEN ${raw("email")} LIKE '%_@_%' THEN nullif(regexp_replace(split_part(lower(${raw("email")}), '@', 1), '[^a-z]', '', 'g'), '') END AS el,
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

const household = `CASE WHEN fam IS NOT NULL THEN hash('family', fam)
  WHEN nr IS NOT NULL AND st IS NOT NULL AND (zip IS NOT NULL OR city IS NOT NULL) THEN hash(nr, st, coalesce(un, ''), coalesce(zip, city)) END`;

/** Marks as `tw` who shares a birth date and a surname with somebody of another first name on the same side: a twin may be there. */
async function markTwins(connection: DuckDBConnection, side: number): Promise<void> {
  const key = "hash(dob, p1)";
  const known = "dob IS NOT NULL AND p1 IS NOT NULL";
  await connection.run(`ALTER TABLE s${side} ADD COLUMN tw BOOLEAN DEFAULT false`);
  await connection.run(
    `UPDATE s${side} SET tw = true WHERE ${known} AND ${key} IN
     (SELECT ${key} FROM s${side} WHERE ${known} GROUP BY 1 HAVING min(coalesce(fn, '')) <> max(coalesce(fn, '')))`,
  );
}

/** Makes `home_N` (rid, hh): the household of each record that shares one, by family_id or else by an address of few. */
async function findHomes(connection: DuckDBConnection, side: number): Promise<void> {
  await connection.run(
    `CREATE TABLE home_${side} AS SELECT rid, hh FROM
       (SELECT rid, hh, fam, count(*) OVER (PARTITION BY hh) AS members
        FROM (SELECT rid, fam, ${household} AS hh FROM s${side}) WHERE hh IS NOT NULL)
     WHERE members BETWEEN 2 AND CASE WHEN fam IS NULL THEN ${mostAtAddress} ELSE ${mostInFamily} END`,
  );
}

/** Makes `nN` of `sN` and `alias_N`: each record once under each of its names, with its own number as `of`. */
async function nameRecords(connection: DuckDBConnection, side: number): Promise<void> {
  await connection.run(`CREATE TABLE n${side} AS SELECT rid AS of, * FROM s${side}`);
  const named = nameCells.map((cell) => {
    const column = /\w+$/.exec(cell)?.[0] ?? "";
    return `(${cell.replace(/ AS \w+$/, "")}) AS ${column}`;
  });
  await connection.run(
    `INSERT INTO n${side} BY NAME SELECT o.rid AS of, o.* REPLACE (${named.join(", ")},
       ((SELECT count(*) FROM s${side}) + row_number() OVER (ORDER BY o.rid, a.first_name, a.last_name) - 1)::UINTEGER AS rid)
     FROM alias_${side} a JOIN s${side} o ON o.id = a.id LEFT JOIN first_names f ON f.raw = a.first_name
       LEFT JOIN last_names n ON n.raw = a.last_name`,
  );
}

/**
 * Makes `s0` (and `s1`) of raw tables and dictionaries: one row a record, `rid` from 0 in the order of ids, so that the
 * order of a file's rows changes nothing; `home_0` (and `home_1`); and where a record has `aliases`, `n0` (and `n1`).
 */
export async function standardiseRecords(
  connection: DuckDBConnection,
  sides: Side[],
  aliases: readonly number[],
): Promise<void> {
  const factor = sides.length === 1 ? 2 : 1;
  for (const [side, one] of sides.entries()) {
    await connection.run(
      `CREATE OR REPLACE TABLE ids AS SELECT id, (row_number() OVER (ORDER BY id) - 1)::UINTEGER AS rid FROM ${one.table}`,
    );
    await connection.run(
      `CREATE TABLE s${side} AS SELECT ${selectCells(one)} FROM ${one.table} r JOIN ids o ON r.id = o.id ${joinDictionaries(one, side)} ORDER BY o.rid`,
    );
    for (const column of ["ph", "em", "i1", "i2", "i3", "i4"])
      await dropShared(connection, `s${side}`, column, mostSharing * factor);
    await dropShared(connection, `s${side}`, address, mostAtAddress * factor, "nr");
    await markTwins(connection, side);
    await findHomes(connection, side);
    if (aliases.some((count) => count > 0)) await nameRecords(connection, side);
  }
}
