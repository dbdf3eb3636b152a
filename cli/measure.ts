import { existsSync, statSync } from "node:fs";
import path from "node:path";
import {
  type CountAnswers,
  type CountItem,
  type CountedMember,
  type CountedQuality,
  type CountJob,
  strata,
  type Stratum,
} from "~/analysis/count-job";
import { extractTables } from "~/domain/reports/extract-columns";
import { extractFiles } from "~/domain/reports/extract-files";
import { judgeQuality, type QualityCheck, qualityChecks } from "~/domain/reports/extracts/quality-checks";
import { runAnalysis } from "~/analysis/run-analysis.server";
import { isIsoDate } from "~/domain/kernel/calendar";
import { systemClock } from "~/domain/kernel/clock";
import { blockedResult, finishResults } from "~/domain/measures/finish-result";
import { findMeasureSpec, measureSpecs } from "~/domain/measures/measure-registry";
import type { MeasureResult, Member } from "~/domain/measures/measure-result";
import type { MeasureSpec } from "~/domain/measures/measure-spec";
import { suppressResults } from "~/domain/measures/suppress-results";
import { findUnreadableCell } from "~/interop/csv/find-unreadable-cell";
import { needOption, readOptions, resolvePath, Unusable, type Terminal } from "./command-words";
import { printMeasures } from "./print-measures";

const flag = { type: "boolean" } as const;
const text = { type: "string" } as const;
const options = {
  members: flag,
  "no-suppress": flag,
  strict: flag,
  json: flag,
  records: text,
  portal: text,
  measures: text,
  period: text,
  "data-through": text,
  "reporting-lag": text,
  variant: text,
  by: text,
};
/** Where a day begins first: files name no zone, and a day that has begun nowhere has no data. */
const firstZone = "Etc/GMT-14";

type Typed = ReturnType<typeof readTyped>;
const readTyped = (typed: string[]) => readOptions(typed, options);

/** A measure as it is asked for: in its own definition, or in a declared variant of it. */
type AskedSpec = { spec: MeasureSpec; variant: string | null };
type Asked = {
  job: CountJob;
  specs: AskedSpec[];
  unknown: string[];
  period: [string, string];
  members: boolean;
  strict: boolean;
};

function readPeriod(text: string): [string, string] {
  const [from = "", to = ""] = text.split("..");
  if (!isIsoDate(from) || !isIsoDate(to) || from > to)
    throw new Unusable(`--period wants FROM..TO, two dates in order, not ${text}`);
  return [from, to];
}

function findFiles(typed: Typed): CountJob["files"] {
  const files: CountJob["files"] = {};
  const folders = [
    ["records", "agency"],
    ["portal", "portal"],
  ] as const;
  for (const [option, source] of folders) {
    const typedPath = typed[option];
    if (typedPath === undefined) continue;
    const folder = resolvePath(typedPath);
    if (!existsSync(folder) || !statSync(folder).isDirectory())
      throw new Unusable(`no such directory: ${typedPath}`);
    for (const table of extractTables.filter((one) => extractFiles[one].from === source)) {
      const file = path.join(folder, `${table}.csv`);
      if (existsSync(file)) files[table] = file;
    }
  }
  return files;
}

function readStrata(typed: Typed): Stratum[] {
  const asked = (typed.by ?? "").split(",").filter(Boolean);
  const bad = asked.find((name) => !(strata as readonly string[]).includes(name));
  if (bad !== undefined) throw new Unusable(`--by knows ${strata.join(", ")}, not ${bad}`);
  return asked as Stratum[];
}

function readLag(typed: Typed): number {
  const lag = Number(typed["reporting-lag"] ?? 0);
  if (!Number.isInteger(lag) || lag < 0) throw new Unusable("--reporting-lag wants whole days");
  return lag;
}

/** A variant that some measure asked for has; of the others the portal's own definition is computed, and says so. */
function readVariants(typed: Typed, specs: MeasureSpec[]): AskedSpec[] {
  const { variant } = typed;
  if (variant === undefined) return specs.map((spec) => ({ spec, variant: null }));
  const known = [...new Set(measureSpecs.flatMap(({ variants }) => variants.map(({ id }) => id)))];
  if (!known.includes(variant)) throw new Unusable(`--variant knows ${known.join(", ")}, not ${variant}`);
  return specs.map((spec) => {
    const found = spec.variants.find(({ id }) => id === variant);
    return found ? { spec: { ...spec, compute: found.compute }, variant } : { spec, variant: null };
  });
}

function readAsked(typed: Typed): Asked {
  needOption(typed.records, "records");
  const ids = needOption(typed.measures, "measures")
    .split(",")
    .map((id) => id.trim())
    .filter(Boolean);
  const specs = readVariants(
    typed,
    ids.flatMap((id) => findMeasureSpec(id) ?? []),
  );
  const period = readPeriod(needOption(typed.period, "period"));
  const dataThrough = needOption(typed["data-through"], "data-through");
  if (!isIsoDate(dataThrough)) throw new Unusable(`--data-through wants a date, not ${dataThrough}`);
  if (dataThrough > systemClock.today(firstZone)) throw new Unusable("--data-through is after today");
  const by = readStrata(typed);
  const lagDays = readLag(typed);
  const members = typed.members ?? false;
  const items = specs.flatMap(({ spec }): CountItem[] =>
    spec.compute ? [{ measure: spec.id, compute: spec.compute, period, lagDays, by, members }] : [],
  );
  return {
    job: { files: findFiles(typed), parquetFolder: null, dataThrough, items, quality: true },
    specs,
    unknown: ids.filter((id) => !findMeasureSpec(id)),
    period,
    members,
    strict: typed.strict ?? false,
  };
}

/** Counts, unless a file holds what cannot be read: a number without those rows would be wrong and look right. */
async function countAsked(job: CountJob): Promise<Pick<CountAnswers, "answers" | "quality">> {
  if (job.items.length === 0) return { answers: [], quality: [] };
  const { answers, unreadable, quality } = await runAnalysis(job);
  const [first] = unreadable;
  const file = first && job.files[first.table];
  if (!first || file === undefined) return { answers, quality };
  const cell = await findUnreadableCell(file, first.table, first.column);
  const cells = unreadable.reduce((sum, one) => sum + one.cells, 0);
  const where = `${first.table}.csv${cell ? ` line ${cell.line}` : ""}, ${first.column}`;
  const more = cells > 1 ? `, and ${cells - 1} more cells` : "";
  throw new Unusable(`${where}: ${cell?.reason ?? "cannot be read"}${more}. Nothing was counted.`);
}

/** The federal limits that the files are beyond (or half way to), for a measure that rests on them. */
function judgeFiles(measure: string, quality: CountedQuality[]): { blocks: string[]; warnings: string[] } {
  const found = quality.flatMap(({ id, share, of }) => {
    const check: QualityCheck | undefined = qualityChecks.find((one) => one.id === id);
    if (!check?.measures.includes(measure)) return [];
    return [
      { status: judgeQuality(check, share, of), says: `data quality: ${id} ${(share * 100).toFixed(1)} %` },
    ];
  });
  const of = (...statuses: string[]): string[] =>
    found.flatMap(({ status, says }) => (statuses.includes(status) ? [says] : []));
  return { blocks: of("block"), warnings: of("block", "warn") };
}

const toMember = ({ id, inDenominator, inNumerator, reason }: CountedMember): Member => ({
  ...{ id, in_denominator: inDenominator, in_numerator: inNumerator, reason },
});

async function computeAsked(asked: Asked): Promise<MeasureResult[]> {
  const { answers: counted, quality } = await countAsked(asked.job);
  return asked.specs.flatMap(({ spec, variant }): MeasureResult[] => {
    const frame = {
      ...{ period: asked.period, dataThrough: asked.job.dataThrough },
      ...(variant === null ? {} : { variant }),
    };
    const answer = counted.find((a) => a.measure === spec.id);
    if (!answer)
      return [blockedResult(spec, frame, [`defined_not_tracked: needs ${spec.missing.join(", ")}`])];
    const { blocks, warnings } = judgeFiles(spec.id, quality);
    const blockedBy = [...answer.blockedBy, ...(asked.strict ? blocks : [])];
    if (blockedBy.length > 0) return [blockedResult(spec, frame, blockedBy)];
    const results = finishResults(spec, frame, answer.rows).map((result) => ({
      ...result,
      warnings: [...result.warnings, ...warnings],
    }));
    if (!asked.members) return results;
    return results.map((result) =>
      result.stratum !== null
        ? result
        : { ...result, members: answer.members.filter(({ part }) => part === result.part).map(toMember) },
    );
  });
}

/** `upstream measure`: measures of files, without a portal. */
export async function measure(words: string[], terminal: Terminal): Promise<void> {
  const typed = readTyped(words);
  const asked = readAsked(typed);
  if (asked.unknown.length > 0) throw new Unusable(`no such measure: ${asked.unknown.join(", ")}`);
  const { variant } = typed;
  const results = (await computeAsked(asked)).map((r) =>
    variant === undefined || r.variant !== null
      ? r
      : { ...r, warnings: [...r.warnings, `no variant ${variant}: computed as defined`] },
  );
  const shown = typed["no-suppress"] ? results : suppressResults(results);
  terminal.out(typed.json ? `${JSON.stringify(shown, null, 2)}\n` : printMeasures(shown));
}
