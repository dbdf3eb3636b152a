import type { DuckDBConnection } from "@duckdb/node-api";
import type { Part, Selected } from "./cohorts/selected";
import type { CountedMember, CountRow, Stratum } from "./count-job";
import { groupRows } from "./group-rows";

/** A row of counts with the frame it is of. */
export type FramedRow = CountRow & { frame: number };

/** The select as the view `member`, with the child's groups. A view, so that what nobody asks for is not worked out. */
export async function viewMembers(connection: DuckDBConnection, { sql, hasPlace }: Selected): Promise<void> {
  const place = hasPlace
    ? "coalesce(b.language, 'missing') AS language, coalesce(b.area, 'missing') AS area"
    : "'missing' AS language, 'missing' AS area";
  const given = hasPlace ? "b.* EXCLUDE (language, area)" : "b.*";
  await connection.run(`CREATE OR REPLACE TEMP VIEW member AS
SELECT ${given}, coalesce(c.race, 'missing') AS race, coalesce(c.sex, 'missing') AS sex, age_band(c.dob, b.at) AS age, ${place}
FROM (${sql}) b LEFT JOIN child_stratum c ON c.child_id = b.child_id`);
}

const groupings = (by: readonly Stratum[], more = ""): string =>
  `GROUPING SETS (${["", ...by.map((one) => `, "${one}"`)].map((one) => `(frame${one}${more})`).join(", ")})`;

function partSql({ den, num, where = "true", unknown = "unknown" }: Part, k: number): string {
  const count = (which: string): string => `count(*) FILTER (WHERE (${where}) AND ${which})`;
  return `${count("true")} AS referred_${k}, ${count("step <> 'unlinked'")} AS linked_${k},
    ${count("step IN ('open', 'censored', 'counted')")} AS at_risk_${k}, ${count("step IN ('censored', 'counted')")} AS complete_${k},
    ${count("step = 'counted'")} AS counted_${k}, ${count(unknown)} AS missing_${k},
    coalesce(sum(${den}) FILTER (WHERE (${where}) AND step = 'counted'), 0)::DOUBLE AS den_${k},
    coalesce(sum(${num}) FILTER (WHERE (${where}) AND step = 'counted'), 0)::DOUBLE AS num_${k}`;
}

type Read = Record<string, unknown>;

/** The stratum of a row: the one of the asked that it is grouped by. */
function stratumOf(row: Read, by: readonly Stratum[]): Record<string, string> | null {
  const one = by.find((name) => Number(row[`is_all_${name}`]) === 0);
  return one === undefined ? null : { [one]: String(row[one]) };
}

const flags = (by: readonly Stratum[]): string =>
  by.map((one) => `"${one}", GROUPING("${one}") AS "is_all_${one}", `).join("");

function toRow(row: Read, part: Part, k: number, by: readonly Stratum[]): FramedRow {
  const n = (name: string): number => Number(row[`${name}_${k}`]);
  return {
    frame: Number(row["frame"]),
    part: part.name,
    stratum: stratumOf(row, by),
    chain: {
      ...{ referred: n("referred"), linked: n("linked"), atRisk: n("at_risk") },
      ...{ windowComplete: n("complete"), counted: n("counted") },
    },
    ...{ denominator: n("den"), numerator: n("num"), missing: n("missing") },
    ...("median" in row ? { median: row["median"] === null ? null : Number(row["median"]) } : {}),
  };
}

/** The counts of the view `member`: every part, the whole and each group, of every frame at once. */
export async function readCounts(
  connection: DuckDBConnection,
  { parts, isMedian, isTimes }: Selected,
  by: readonly Stratum[],
): Promise<FramedRow[]> {
  const median = isMedian ? "median(days) FILTER (WHERE step = 'counted')::DOUBLE AS median, " : "";
  const reader = await connection.runAndReadAll(
    `SELECT frame, ${flags(by)}${median}${parts.map(partSql).join(", ")} FROM member GROUP BY ${groupings(by)}`,
  );
  const rows = reader.getRowObjects().flatMap((row) => parts.map((part, k) => toRow(row, part, k, by)));
  return isTimes ? addTimes(connection, rows, by) : rows;
}

const keyOf = (frame: number, stratum: Record<string, string> | null): string =>
  JSON.stringify([frame, stratum]);

async function addTimes(
  connection: DuckDBConnection,
  rows: FramedRow[],
  by: readonly Stratum[],
): Promise<FramedRow[]> {
  const reader = await connection.runAndReadAll(
    `SELECT frame, ${flags(by)}days, count(*) FILTER (WHERE came) AS came, count(*) FILTER (WHERE NOT came) AS ended
     FROM member WHERE step = 'counted' GROUP BY ${groupings(by, ", days")} ORDER BY days`,
  );
  const times = groupRows(reader.getRowObjects(), (row) => keyOf(Number(row["frame"]), stratumOf(row, by)));
  return rows.map((row) => ({
    ...row,
    times: (times.get(keyOf(row.frame, row.stratum)) ?? []).map((point) => ({
      ...{ days: Number(point["days"]), came: Number(point["came"]), ended: Number(point["ended"]) },
    })),
  }));
}

/** Who was counted in a frame, part by part, and why or why not. */
export async function readMembers(
  connection: DuckDBConnection,
  { parts }: Selected,
  frame: number,
): Promise<CountedMember[]> {
  const members: CountedMember[] = [];
  for (const { name, den, num, where = "true" } of parts) {
    const reader =
      await connection.runAndReadAll(`SELECT unit_id, step = 'counted' AND (${den}) > 0 AS in_den,
      step = 'counted' AND (${num}) > 0 AS in_num, reason FROM member WHERE frame = ${frame} AND (${where}) ORDER BY unit_id, reason`);
    for (const row of reader.getRowObjects())
      members.push({
        ...{ part: name, id: String(row["unit_id"]), reason: String(row["reason"]) },
        ...{ inDenominator: row["in_den"] === true, inNumerator: row["in_num"] === true },
      });
  }
  return members;
}
