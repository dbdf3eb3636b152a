import type { DuckDBConnection } from "@duckdb/node-api";
import { assignPairs } from "./assign-pairs";
import { blockCandidates } from "./block-candidates";
import { buildDictionaries } from "./build-dictionaries";
import { chooseThresholds } from "./choose-thresholds";
import { comparePairs, sampleRandomPairs } from "./compare-pairs";
import { countColumns } from "./count-columns";
import { describeReport, type Findings } from "./describe-report";
import { findLinkedHouseholds } from "./find-linked-households";
import type { LinkJob } from "./link-job";
import { describeSides } from "./linkage-sides";
import { loadRecords, rawColumns, readHeader } from "./load-records";
import { readNicknameFile } from "./nickname-roots";
import type { Side } from "./read-words";
import { resolveColumns } from "./resolve-columns";
import { scorePairs } from "./score-pairs";
import { standardiseRecords } from "./standardise-records";
import { countExpected, countWeights, estimateCompleteness } from "./summarise-pairs";
import { trainModel } from "./train-model";
import { writeLinks } from "./write-links";

/** What the linker is given beside its job: the year that two-digit years are read by, and who hears how far it is. */
export type LinkSettings = { thisYear: number; engine: string; tell: (stage: string) => void };

type Loaded = { sides: Side[]; rows: number[]; faults: Findings["faults"]; columns: Findings["columns"] };

async function load(connection: DuckDBConnection, job: LinkJob, thisYear: number): Promise<Loaded> {
  const files = job.b === null ? [job.a] : [job.a, job.b];
  const headers = [];
  for (const file of files) headers.push(await readHeader(file));
  const columns = resolveColumns(headers, job.columns);
  const sides: Side[] = [];
  const rows: number[] = [];
  for (const [side, header] of headers.entries()) {
    rows.push(await loadRecords(connection, `raw_${side}`, header, columns[side]!));
    sides.push({ table: `raw_${side}`, columns: new Set(rawColumns(columns[side]!).keys()) });
  }
  const formats = columns.map((side) => side.find(({ role }) => role === "birth_date")?.format ?? null);
  const settings = { nicknames: readNicknameFile(), formats, thisYear };
  return { sides, rows, columns, faults: await buildDictionaries(connection, sides, settings) };
}

/** Times each stage and says it. */
function watchStages(tell: (stage: string) => void) {
  const seconds: Record<string, number> = {};
  const run = async <T>(stage: string, work: () => Promise<T>): Promise<T> => {
    const started = performance.now();
    const result = await work();
    seconds[stage] = Number(((performance.now() - started) / 1000).toFixed(3));
    tell(`${stage} ${seconds[stage].toFixed(1)} s`);
    return result;
  };
  return { seconds, run };
}

/**
 * Links the files of a job: reads, standardises, blocks, compares, trains, scores, looks at households once more, assigns
 * and writes LINKS.csv and REPORT.json to the job's paths. Answers one line of counts. Throws Refusal for files that
 * cannot be used, and an Error where the model does not settle.
 */
export async function linkFiles(connection: DuckDBConnection, job: LinkJob, settings: LinkSettings) {
  const { seconds, run } = watchStages(settings.tell);
  const loaded = await run("load", () => load(connection, job, settings.thisYear));
  const sides = describeSides(loaded.rows);
  await run("standardise", () => standardiseRecords(connection, loaded.sides));
  const completeness = [];
  for (const side of loaded.rows.keys()) completeness.push(await countColumns(connection, `s${side}`));
  for (const { table } of loaded.sides) await connection.run(`DROP TABLE ${table}`);
  const blocking = await run("block", () => blockCandidates(connection, sides));
  const candidates = await run("compare", () => comparePairs(connection, sides));
  const random = await run("sample", () => sampleRandomPairs(connection, sides));
  const frame = { random, totalPairs: Math.max(1, sides.totalPairs), smallerSide: Math.min(...sides.rows) };
  const first = await run("train", async () => trainModel({ ...frame, candidates }));
  await run("score", () => scorePairs(connection, first));
  await run("assign", () => assignPairs(connection, sides));
  const households = await run("households", () => findLinkedHouseholds(connection, sides));
  const model = await run("train_again", async () =>
    households.pairs === 0 ? first : trainModel({ ...frame, candidates: households.candidates, from: first }),
  );
  await run("score_again", () => scorePairs(connection, model));
  await run("assign_again", () => assignPairs(connection, sides));
  const thresholds = chooseThresholds(await countWeights(connection), sides.rows[0]);
  const expected = await countExpected(connection);
  const estimate = await estimateCompleteness(connection);
  const zones = await run("write", () => writeLinks(connection, sides, thresholds, job.links));
  const findings: Findings = {
    ...loaded,
    ...{
      sides,
      blocking,
      households,
      first,
      model,
      thresholds,
      expected,
      estimate,
      zones,
      completeness,
      seconds,
    },
    engine: settings.engine,
  };
  return describeReport(job, findings);
}
