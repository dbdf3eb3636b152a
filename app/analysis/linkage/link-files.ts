import type { DuckDBConnection } from "@duckdb/node-api";
import { applyDecisions, loadDecisions } from "./apply-decisions";
import { assignPairs } from "./assign-pairs";
import { assignWithin } from "./assign-within";
import { blockCandidates } from "./block-candidates";
import { buildDictionaries } from "./build-dictionaries";
import { chooseThresholds } from "./choose-thresholds";
import { comparePairs, countPatterns, sampleRandomPairs } from "./compare-pairs";
import { countColumns } from "./count-columns";
import { countGroups } from "./count-groups";
import { describeReport, type Findings } from "./describe-report";
import { asNames, joinNames, loadAliases } from "./expand-aliases";
import { findDuplicates } from "./find-duplicates";
import { findLinkedHouseholds } from "./find-linked-households";
import type { LinkJob, TrainedModel } from "./link-job";
import { describeSides, type Sides } from "./linkage-sides";
import { loadRecords, rawColumns, readHeader } from "./load-records";
import { measureLone } from "./measure-lone";
import { readNicknameFile } from "./nickname-roots";
import type { Side } from "./read-words";
import { resolveColumns } from "./resolve-columns";
import type { Model } from "./train-model";
import { scorePairs } from "./score-pairs";
import { standardiseRecords } from "./standardise-records";
import { countExpected, countWeights, estimateCompleteness } from "./summarise-pairs";
import { trainModel } from "./train-model";
import { watchStages, type Watch } from "./watch-stages";
import { writeDetails } from "./write-details";
import { writeLinks } from "./write-links";

/** What the linker is given beside its job: the year that two-digit years are read by, and who hears how far it is. */
export type LinkSettings = { thisYear: number; engine: string; tell: (stage: string) => void };

type Loaded = {
  tables: Side[];
  rows: number[];
  aliases: number[];
  faults: Findings["faults"];
  columns: Findings["columns"];
};

async function load(connection: DuckDBConnection, job: LinkJob, thisYear: number): Promise<Loaded> {
  const files = job.b === null ? [job.a] : [job.a, job.b];
  const headers = [];
  for (const file of files) headers.push(await readHeader(file));
  const columns = resolveColumns(headers, job.columns);
  const tables: Side[] = [];
  const rows: number[] = [];
  for (const [side, header] of headers.entries()) {
    rows.push(await loadRecords(connection, `raw_${side}`, header, columns[side]!));
    tables.push({ table: `raw_${side}`, columns: new Set(rawColumns(columns[side]!).keys()) });
  }
  const aliases: number[] = [];
  for (const [side, table] of tables.entries()) aliases.push(await loadAliases(connection, table, side));
  const formats = columns.map((side) => side.find(({ role }) => role === "birth_date")?.format ?? null);
  const settings = { nicknames: readNicknameFile(), formats, thisYear };
  return { tables, rows, aliases, columns, faults: await buildDictionaries(connection, tables, settings) };
}

type Prepared = Loaded & { sides: Sides; completeness: Findings["completeness"] };

/** Both files as tables of standardised records. */
async function prepare(
  connection: DuckDBConnection,
  job: LinkJob,
  thisYear: number,
  run: Watch,
): Promise<Prepared> {
  const loaded = await run("load", () => load(connection, job, thisYear));
  await run("standardise", () => standardiseRecords(connection, loaded.tables, loaded.aliases));
  const completeness = [];
  for (const side of loaded.rows.keys()) completeness.push(await countColumns(connection, `s${side}`));
  for (const { table } of loaded.tables) await connection.run(`DROP TABLE ${table}`);
  return { ...loaded, sides: describeSides(loaded.rows), completeness };
}

type Weighed = {
  first: Model;
  model: Model;
  blocking: Findings["blocking"];
  households: Findings["households"];
  doubles: Findings["doubles"];
  lone: Findings["lone"];
};

/** Blocks, compares, trains where no model is given, scores and assigns; then once more with what households tell. */
async function weigh(
  connection: DuckDBConnection,
  job: LinkJob,
  { sides, aliases }: Prepared,
  run: Watch,
): Promise<Weighed> {
  const names = asNames(sides, aliases);
  const blocking = await run("block", () => blockCandidates(connection, names));
  await applyDecisions(connection);
  const candidates = await run("compare", async () => {
    await comparePairs(connection, names);
    if (names !== sides) await joinNames(connection, names);
    return countPatterns(connection, "pair");
  });
  const train = async (from?: Model, again = candidates): Promise<Model> => {
    const random = await sampleRandomPairs(connection, sides);
    const frame = { random, totalPairs: Math.max(1, sides.totalPairs), smallerSide: Math.min(...sides.rows) };
    return trainModel({ ...frame, candidates: again, ...(from && { from }) });
  };
  const first = job.model?.first ?? (await run("train", () => train()));
  await run("score", () => scorePairs(connection, first));
  const doubles = await run("duplicates", () => findDuplicates(connection, sides, first));
  await run("assign", () => assignPairs(connection, sides, doubles));
  const lone = await run("lone", () => measureLone(connection, sides, first));
  const households = await run("households", () =>
    findLinkedHouseholds(connection, sides, job.details !== undefined),
  );
  const model =
    households.pairs === 0
      ? first
      : (job.model?.model ?? (await run("train_again", () => train(first, households.candidates))));
  await run("score_again", () => scorePairs(connection, model, lone));
  await run("assign_again", () =>
    sides.isWithin ? assignWithin(connection) : assignPairs(connection, sides, doubles),
  );
  return { first, model, blocking, households, doubles, lone };
}

/**
 * Links the files of a job: reads, standardises, blocks, compares, trains or takes the model given, scores, looks at
 * households once more, assigns and writes LINKS.csv and REPORT.json to the job's paths. Answers one line of counts and the
 * model. Throws Refusal for files that cannot be used, and Unsettled where the model does not come to rest.
 */
export async function linkFiles(connection: DuckDBConnection, job: LinkJob, settings: LinkSettings) {
  const { seconds, run } = watchStages(settings.tell);
  const prepared = await prepare(connection, job, settings.thisYear, run);
  const { sides } = prepared;
  await loadDecisions(connection, sides, job.decided);
  const weighed = await weigh(connection, job, prepared, run);
  const thresholds = chooseThresholds(await countWeights(connection), sides.rows[0]);
  const expected = await countExpected(connection);
  const estimate = await estimateCompleteness(connection);
  const zones = await run("write", () => writeLinks(connection, sides, thresholds, job.links));
  const groups = await run("groups", () => countGroups(connection, sides, settings.thisYear));
  if (job.details !== undefined) await writeDetails(connection, sides, job.details);
  const findings: Findings = {
    ...prepared,
    ...weighed,
    thresholds,
    expected,
    estimate,
    groups,
    zones,
    seconds,
    engine: settings.engine,
  };
  const trained: TrainedModel = { first: weighed.first, model: weighed.model };
  return { ...describeReport(job, findings), trained };
}
