import type { DuckDBConnection } from "@duckdb/node-api";
import type {
  CountAnswer,
  CountAnswers,
  CountedMember,
  CountItem,
  CountJob,
  CountRow,
  LaterEvent,
} from "./count-job";
import { cohortTables, indexTable } from "./cohort-tables";
import { laterEventMembers } from "./count-later-events";
import { referralEventMembers } from "./count-referral-events";
import { flowReasons, flowSteps, referralFlow } from "./count-referral-flow";
import { dateMacros } from "./date-macros";
import type { ExtractTable } from "../domain/reports/extract-columns";
import { loadExtract } from "./load-extract";

type Faults = Record<ExtractTable, string[]>;

/**
 * Counts every item of the job. Items that lack a file or column answer with `blockedBy` and no rows; where a cell cannot
 * be read, nothing is counted.
 */
export async function countMeasures(
  connection: DuckDBConnection,
  job: CountJob,
): Promise<Pick<CountAnswers, "answers" | "unreadable">> {
  const { faults, unreadable } = await loadExtract(connection, job);
  if (unreadable.length > 0) return { answers: [], unreadable };
  await connection.run(dateMacros);
  await connection.run(cohortTables);
  await connection.run(indexTable(faults.index.length === 0));
  const answers: CountAnswer[] = [];
  for (const item of job.items) answers.push(await countItem(connection, job, item, faults));
  return { answers, unreadable };
}

async function countItem(
  connection: DuckDBConnection,
  job: CountJob,
  item: CountItem,
  faults: Faults,
): Promise<CountAnswer> {
  const answer: CountAnswer = {
    measure: item.measure,
    period: item.period,
    blockedBy: findBlocks(item, faults),
    rows: [],
    members: [],
  };
  if (answer.blockedBy.length > 0) return answer;
  const { compute } = item;
  const closedBy = await readOne(
    connection,
    `SELECT CAST(DATE '${item.dataThrough ?? job.dataThrough}' - ${item.lagDays} AS VARCHAR) AS v`,
  );
  if (compute.kind === "referral_flow") {
    await connection.run(referralFlow(item));
    return { ...answer, rows: await readFlow(connection) };
  }
  const parts = compute.kind === "later_event" ? [null] : (["referrals", "families"] as const);
  for (const part of parts) {
    if (compute.kind === "later_event") await connection.run(laterEventMembers(item, compute, closedBy));
    else await connection.run(referralEventMembers(item, compute, part ?? "referrals", closedBy));
    for (const by of [null, ...item.by]) answer.rows.push(...(await readRows(connection, part, by)));
    if (item.members && part !== "families") answer.members.push(...(await readMembers(connection)));
  }
  return answer;
}

function findBlocks(item: CountItem, faults: Faults): string[] {
  if (item.compute.kind !== "later_event") return faults.referrals;
  // Without an index file the referrals are the cohort; an index file that cannot be read is never passed over.
  const isAbsent = faults.index[0] === "index.csv";
  const cohort = isAbsent && faults.referrals.length === 0 ? [] : faults.index;
  return [...faults.children, ...faults[eventTable(item.compute)], ...cohort];
}

function eventTable(compute: LaterEvent): ExtractTable {
  return compute.event === "removal" ? "removals" : "reports";
}

async function readOne(connection: DuckDBConnection, sql: string): Promise<string> {
  const reader = await connection.runAndReadAll(sql);
  return String(reader.getRowObjects()[0]?.["v"]);
}

/** The whole, or one row a value of a stratum, the missing ones last and always there, also when they are none. */
async function readRows(
  connection: DuckDBConnection,
  part: string | null,
  by: string | null,
): Promise<CountRow[]> {
  const [value, given, group] =
    by === null
      ? ["NULL", "member", ""]
      : [
          `"${by}"`,
          `(FROM member UNION ALL BY NAME SELECT 'missing' AS "${by}")`,
          `GROUP BY "${by}" ORDER BY "${by}" = 'missing', "${by}"`,
        ];
  const reader = await connection.runAndReadAll(`SELECT ${value} AS value, count(unit_id) AS referred,
    count(*) FILTER (WHERE step <> 'unlinked') AS linked, count(*) FILTER (WHERE step IN ('open', 'censored', 'counted')) AS at_risk,
    count(*) FILTER (WHERE step IN ('censored', 'counted')) AS complete, count(*) FILTER (WHERE in_den) AS counted, count(*) FILTER (WHERE in_num) AS hits,
    count(*) FILTER (WHERE in_den AND unknown) AS missing FROM ${given} ${group}`);
  return reader.getRowObjects().map((row) => ({
    part,
    stratum: by === null ? null : { [by]: String(row["value"]) },
    chain: {
      referred: Number(row["referred"]),
      linked: Number(row["linked"]),
      atRisk: Number(row["at_risk"]),
      windowComplete: Number(row["complete"]),
      counted: Number(row["counted"]),
    },
    numerator: Number(row["hits"]),
    missing: Number(row["missing"]),
  }));
}

async function readMembers(connection: DuckDBConnection): Promise<CountedMember[]> {
  const reader = await connection.runAndReadAll(
    "SELECT unit_id, in_den, in_num, reason FROM member ORDER BY unit_id",
  );
  return reader.getRowObjects().map((row) => ({
    id: String(row["unit_id"]),
    inDenominator: row["in_den"] === true,
    inNumerator: row["in_num"] === true,
    reason: String(row["reason"]),
  }));
}

/** Steps carry their count as numerator and, as `missing`, those still on their way; reasons are parts `reason:code`. */
async function readFlow(connection: DuckDBConnection): Promise<CountRow[]> {
  const empty = { referred: 0, linked: 0, atRisk: 0, windowComplete: 0 };
  const steps = (await connection.runAndReadAll(flowSteps)).getRowObjects();
  const reasons = (await connection.runAndReadAll(flowReasons)).getRowObjects();
  const counted = Number(steps[0]?.["reached"] ?? 0);
  return [
    ...steps.map((row) => ({
      part: String(row["part"]),
      stratum: null,
      chain: { ...empty, counted },
      numerator: Number(row["reached"]),
      missing: Number(row["open"]),
    })),
    ...reasons.map((row) => ({
      part: `reason:${String(row["reason"])}`,
      stratum: null,
      chain: { ...empty, counted },
      numerator: Number(row["families"]),
      missing: 0,
    })),
  ];
}
