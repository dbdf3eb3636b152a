import type { DuckDBConnection } from "@duckdb/node-api";
import { careModel } from "./build-care-model";
import { eventModel, indexTable } from "./build-event-model";
import type { Selected } from "./cohorts/selected";
import type { CountAnswer, CountAnswers, CountItem, CountJob, CountRow, Stratum } from "./count-job";
import { countPopulation, populationYear, type PopulationRow } from "./count-population";
import { countQuality } from "./count-quality";
import { countReferralFlow } from "./count-referral-flow";
import { dateMacros } from "./date-macros";
import { findBlocks } from "./find-blocks";
import { type Loaded, loadExtract } from "./load-extract";
import { type FramedRow, readCounts, readMembers, viewMembers } from "./read-counts";
import { selectCohort } from "./select-cohort";
import { groupRows } from "./group-rows";

type Counting = { connection: DuckDBConnection; job: CountJob; loaded: Loaded; population: PopulationRow[] };

/**
 * Counts every item of the job. Items that lack a file or column answer with `blockedBy` and no rows; where a cell cannot
 * be read, nothing is counted. The periods of one measure are counted together: the data are read once for all of them.
 */
export async function countMeasures(
  connection: DuckDBConnection,
  job: CountJob,
): Promise<Omit<CountAnswers, "engine" | "seconds">> {
  await connection.run(dateMacros);
  const loaded = await loadExtract(connection, job);
  if (loaded.unreadable.length > 0)
    return { answers: [], unreadable: loaded.unreadable, times: {}, quality: [] };
  for (const sql of [eventModel, careModel, indexTable(loaded.faults.index.length === 0)])
    await connection.run(sql);
  const counting = { connection, job, loaded, population: await readPopulation(connection) };
  const quality = job.quality ? await countQuality(connection, loaded) : [];
  const answers = new Map<CountItem, CountAnswer>();
  const times: Record<string, number> = {};
  for (const group of groupRows(job.items, groupOf).values()) {
    const started = performance.now();
    const counted = await countTogether(counting, group);
    const { measure } = group[0]!;
    times[measure] = (times[measure] ?? 0) + (performance.now() - started) / 1000;
    group.forEach((item, i) => answers.set(item, counted[i]!));
  }
  return { answers: job.items.flatMap((item) => answers.get(item) ?? []), unreadable: [], times, quality };
}

/** Items that differ in their period, and in whose last day they rest on, alone. */
const groupOf = ({ measure, compute, by }: CountItem): string => JSON.stringify([measure, compute, by]);

async function countTogether(counting: Counting, items: CountItem[]): Promise<CountAnswer[]> {
  const { connection, job, loaded } = counting;
  const answers = items.map(
    ({ measure, period }): CountAnswer => ({ measure, period, blockedBy: [], rows: [], members: [] }),
  );
  const [first] = items;
  if (!first) return answers;
  const blockedBy = findBlocks(first.compute, loaded);
  if (blockedBy.length > 0) return answers.map((answer) => ({ ...answer, blockedBy }));
  if (first.compute.kind === "referral_flow") {
    for (const [i, item] of items.entries())
      answers[i]!.rows = await countReferralFlow(connection, item.period);
    return answers;
  }
  await makeFrames(connection, job, items);
  const by: Stratum[] = first.compute.kind === "disparity" ? [first.compute.by] : first.by;
  for (const selected of selectCohort(first.compute)) {
    await viewMembers(connection, selected);
    const rows = await readCounts(connection, selected, by);
    for (const [i, item] of items.entries()) {
      const own = completeRows(rows, selected, i, by).map(({ frame: _frame, ...row }): CountRow => row);
      answers[i]!.rows.push(...(selected.ofPopulation ? ofPopulation(counting, item, own) : own));
      if (item.members) answers[i]!.members.push(...(await readMembers(connection, selected, i)));
    }
  }
  return answers.map((answer, i) => blockWithoutPopulation(answer, items[i]!));
}

async function makeFrames(connection: DuckDBConnection, job: CountJob, items: CountItem[]): Promise<void> {
  const rows = items.map(
    ({ period: [from, to], dataThrough, lagDays }, i) =>
      `(${i}, DATE '${from}', DATE '${to}', DATE '${dataThrough ?? job.dataThrough}' - ${lagDays})`,
  );
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE frame AS SELECT * FROM (VALUES ${rows.join(", ")}) AS f(frame, lo, hi, closed)`,
  );
}

const nobody = { referred: 0, linked: 0, atRisk: 0, windowComplete: 0, counted: 0 };

/** The whole first, then each group, the missing last and always there, also where nobody was found. */
function completeRows(
  rows: FramedRow[],
  { parts, isTimes }: Selected,
  frame: number,
  by: Stratum[],
): FramedRow[] {
  return parts.flatMap(({ name }) => {
    const own = rows.filter((row) => row.frame === frame && row.part === name);
    const empty = (stratum: Record<string, string> | null): FramedRow => ({
      ...{ frame, part: name, stratum, chain: nobody, denominator: 0, numerator: 0, missing: 0 },
      ...(isTimes ? { times: [] } : {}),
    });
    const groups = by.flatMap((one) => {
      const found = own.filter(({ stratum }) => stratum?.[one] !== undefined);
      const rank = ({ stratum }: FramedRow): string =>
        stratum?.[one] === "missing" ? "1" : `0${stratum?.[one] ?? ""}`;
      if (!found.some(({ stratum }) => stratum?.[one] === "missing")) found.push(empty({ [one]: "missing" }));
      return found.sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
    });
    return [own.find(({ stratum }) => stratum === null) ?? empty(null), ...groups];
  });
}

async function readPopulation(connection: DuckDBConnection): Promise<PopulationRow[]> {
  const reader = await connection.runAndReadAll(
    `SELECT year, county, race, age_band, sum("count") AS n FROM population GROUP BY ALL`,
  );
  const text = (value: unknown): string | null => (value === null ? null : String(value));
  return reader.getRowObjects().map((row) => ({
    year: Number(row["year"]),
    county: text(row["county"]),
    race: text(row["race"]),
    band: text(row["age_band"]),
    count: Number(row["n"]),
  }));
}

/** Rows with the population as denominator: also of groups to whose children nothing happened. */
function ofPopulation({ population }: Counting, { period }: CountItem, rows: CountRow[]): CountRow[] {
  const year = populationYear(period);
  return rows.map((row) => ({ ...row, denominator: countPopulation(population, year, row.stratum) }));
}

function blockWithoutPopulation(answer: CountAnswer, { compute, period }: CountItem): CountAnswer {
  const isRate = compute.kind === "children_with" || compute.kind === "disparity";
  const [whole] = answer.rows;
  if (!isRate || whole?.denominator !== null) return answer;
  return {
    ...answer,
    blockedBy: [`population.csv: children under 18 in ${populationYear(period)}`],
    rows: [],
    members: [],
  };
}
