import type { DuckDBConnection } from "@duckdb/node-api";
import type { Sides } from "./linkage-sides";

/** Records of A of one value of a group, and what the model expects of their links. */
export type GroupLine = {
  value: string;
  records: number;
  /** Records with a link of the zone. */
  auto: number;
  review: number;
  /** Of all pairs that contend, and of those of the zone auto. */
  expectedTrue: number;
  expectedTrueAuto: number;
  expectedFalseAuto: number;
};
export type GroupLines = Record<string, GroupLine[]>;

const ages = (thisYear: number): string =>
  `CASE WHEN s.by IS NULL THEN 'unknown' WHEN s.by > ${thisYear - 6} THEN '0-5' WHEN s.by > ${thisYear - 12} THEN '6-11'
     WHEN s.by > ${thisYear - 18} THEN '12-17' ELSE '18+' END`;
const name = `CASE WHEN s.p1 IS NULL THEN 'unknown' WHEN s.ol THEN 'other_letters' WHEN s.p2 IS NOT NULL THEN 'two_parts'
  WHEN s.lbits > 0 THEN 'common' ELSE 'rare' END`;
const gaps = {
  first_name: "s.fn IS NULL",
  last_name: "s.ln IS NULL",
  birth_date: "s.dob IS NULL",
  address: "s.st IS NULL",
  phone: "s.ph IS NULL",
};
const countGaps = Object.values(gaps)
  .map((gap) => `(${gap})::TINYINT`)
  .join(" + ");
const missing = `CASE WHEN ${countGaps} = 0 THEN 'nothing' WHEN ${countGaps} > 1 THEN 'several'
  ${Object.entries(gaps)
    .map(([value, gap]) => `WHEN ${gap} THEN '${value}'`)
    .join(" ")} END`;
const moved = `CASE WHEN o.zip IS NULL OR s.zip IS NULL THEN 'unknown' WHEN s.zip = o.zip THEN 'same_postcode' ELSE 'other_postcode' END`;

/** Chances as whole millionths, so that the order of a sum changes nothing. */
const millionths = "round(1000000 / (1 + pow(2, -p.w)))::BIGINT";

/**
 * How many records of A were linked and wait for a person, and what the model expects of them, by the groups that fare
 * unlike: age in this year, surname, what is missing, and whether the best pair lives elsewhere. The expectation is the
 * model's own: it knows nothing of pairs that no rule brought. After writeLinks.
 */
export async function countGroups(
  connection: DuckDBConnection,
  { left, right }: Sides,
  thisYear: number,
): Promise<GroupLines> {
  const groups = { age: ages(thisYear), name, missing, moved };
  const names = Object.keys(groups);
  const reader = await connection.runAndReadAll(
    `WITH told AS (
       SELECT a, arg_max(b, (p.w, -b)) AS b, bool_or(k.zone = 'auto') AS auto, bool_or(k.zone = 'review') AS review,
         sum(${millionths}) AS expected, sum(${millionths}) FILTER (k.zone = 'auto') AS expected_auto,
         sum(1000000 - ${millionths}) FILTER (k.zone = 'auto') AS false_auto
       FROM assigned p LEFT JOIN link k USING (a, b) WHERE contends GROUP BY a)
     SELECT ${names.map((group) => `CASE WHEN grouping(${group}) = 0 THEN '${group}' END`).join(", ")}, coalesce(${names.join(", ")}) AS value,
       count(*), count(*) FILTER (auto), count(*) FILTER (review AND NOT coalesce(auto, false)),
       coalesce(sum(expected), 0)::DOUBLE, coalesce(sum(expected_auto), 0)::DOUBLE, coalesce(sum(false_auto), 0)::DOUBLE
     FROM (SELECT ${Object.entries(groups)
       .map(([group, sql]) => `${sql} AS "${group}"`)
       .join(", ")}, t.* FROM ${left} s LEFT JOIN told t ON t.a = s.rid LEFT JOIN ${right} o ON o.rid = t.b)
     GROUP BY GROUPING SETS (${names.map((group) => `("${group}")`).join(", ")}) ORDER BY ALL`,
  );
  const lines: GroupLines = Object.fromEntries(names.map((group) => [group, []]));
  for (const row of reader.getRows()) {
    const group = String(row.slice(0, names.length).find((cell) => cell !== null));
    const [value, ...numbers] = row.slice(names.length);
    const [records = 0, auto = 0, review = 0, ...millions] = numbers.map(Number);
    const [expectedTrue = 0, expectedTrueAuto = 0, expectedFalseAuto = 0] = millions.map(
      (sum) => sum / 1_000_000,
    );
    lines[group]?.push({
      ...{ value: String(value), records, auto, review },
      ...{ expectedTrue, expectedTrueAuto, expectedFalseAuto },
    });
  }
  return lines;
}
