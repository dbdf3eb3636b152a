import type { DuckDBConnection } from "@duckdb/node-api";
import type { ExtractTable } from "../domain/reports/extract-columns";
import type { CountedQuality } from "./count-job";
import type { Loaded } from "./load-extract";

const count = (failed: string, from: string): string =>
  `SELECT count(*) AS "of", count(*) FILTER (WHERE ${failed}) AS n FROM ${from}`;
const removals = "removals r LEFT JOIN child_stratum c USING (child_id)";
const victims = "(SELECT DISTINCT child_id, dob FROM victim) v";

/** The checks that one set of files can tell; those that need the extract before it are the import's. */
const checks: { id: string; needs: ExtractTable[]; sql: string }[] = [
  { id: "born_after_entry", needs: ["removals"], sql: count("c.dob > r.entry_date", removals) },
  {
    ...{ id: "born_after_exit", needs: ["removals"] },
    sql: count("c.dob > r.exit_date", `${removals} WHERE r.exit_date IS NOT NULL`),
  },
  {
    ...{ id: "entry_and_exit_same_day", needs: ["removals"] },
    sql: count("exit_date = entry_date", "removals WHERE exit_date IS NOT NULL"),
  },
  {
    ...{ id: "exit_before_entry", needs: ["removals"] },
    sql: count("exit_date < entry_date", "removals WHERE exit_date IS NOT NULL"),
  },
  { id: "no_birth_date", needs: ["removals"], sql: count("c.dob IS NULL", removals) },
  {
    ...{ id: "no_exit_reason", needs: ["removals"] },
    sql: count("exit_reason IS NULL", "removals WHERE exit_date IS NOT NULL"),
  },
  {
    ...{ id: "no_placements", needs: ["removals", "placements"] },
    sql: count("NOT EXISTS (SELECT 1 FROM placements p WHERE p.removal_id = r.removal_id)", "removals r"),
  },
  {
    ...{ id: "all_on_first_removal", needs: ["removals"] },
    sql: count("removals = 1", "(SELECT child_id, count(*) AS removals FROM removals GROUP BY child_id)"),
  },
  { id: "victim_without_age", needs: ["reports"], sql: count("v.dob IS NULL", victims) },
  {
    ...{ id: "victims_found_in_care", needs: ["reports", "removals"] },
    sql: count("EXISTS (SELECT 1 FROM removals r WHERE r.child_id = v.child_id)", victims),
  },
];

/** What the files fail of the federal data-quality limits, as far as files alone can tell. */
export async function countQuality(
  connection: DuckDBConnection,
  { faults }: Loaded,
): Promise<CountedQuality[]> {
  const counted: CountedQuality[] = [];
  for (const { id, needs, sql } of checks) {
    if (needs.some((table) => faults[table].length > 0)) continue;
    const row = (await connection.runAndReadAll(sql)).getRowObjects()[0];
    const of = Number(row?.["of"] ?? 0);
    counted.push({ id, of, share: of === 0 ? 0 : Number(row?.["n"] ?? 0) / of });
  }
  return counted;
}
