import { existsSync, statSync } from "node:fs";
import path from "node:path";
import { strata, type CountAnswer, type CountItem, type CountJob, type Stratum } from "~/analysis/count-job";
import { extractTables } from "~/domain/reports/extract-columns";
import { extractFiles } from "~/domain/reports/extract-files";
import { runAnalysis } from "~/analysis/run-analysis.server";
import { isIsoDate } from "~/domain/kernel/calendar";
import { systemClock } from "~/domain/kernel/clock";
import { blockedResult, finishResult } from "~/domain/measures/finish-result";
import { findMeasureSpec } from "~/domain/measures/measure-registry";
import type { MeasureResult } from "~/domain/measures/measure-result";
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

type Asked = {
  job: CountJob;
  specs: MeasureSpec[];
  unknown: string[];
  period: [string, string];
  members: boolean;
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

function readAsked(typed: Typed): Asked {
  needOption(typed.records, "records");
  const ids = needOption(typed.measures, "measures")
    .split(",")
    .map((id) => id.trim())
    .filter(Boolean);
  const specs = ids.flatMap((id) => findMeasureSpec(id) ?? []);
  const period = readPeriod(needOption(typed.period, "period"));
  const dataThrough = needOption(typed["data-through"], "data-through");
  if (!isIsoDate(dataThrough)) throw new Unusable(`--data-through wants a date, not ${dataThrough}`);
  if (dataThrough > systemClock.today(firstZone)) throw new Unusable("--data-through is after today");
  const by = readStrata(typed);
  const lagDays = readLag(typed);
  const members = typed.members ?? false;
  const items = specs.flatMap((spec): CountItem[] =>
    spec.compute ? [{ measure: spec.id, compute: spec.compute, period, lagDays, by, members }] : [],
  );
  return {
    job: { files: findFiles(typed), parquetFolder: null, dataThrough, items },
    specs,
    unknown: ids.filter((id) => !findMeasureSpec(id)),
    period,
    members,
  };
}

/** Counts, unless a file holds what cannot be read: a number without those rows would be wrong and look right. */
async function countAsked(job: CountJob): Promise<CountAnswer[]> {
  if (job.items.length === 0) return [];
  const { answers, unreadable } = await runAnalysis(job);
  const [first] = unreadable;
  const file = first && job.files[first.table];
  if (!first || file === undefined) return answers;
  const cell = await findUnreadableCell(file, first.table, first.column);
  const cells = unreadable.reduce((sum, one) => sum + one.cells, 0);
  const where = `${first.table}.csv${cell ? ` line ${cell.line}` : ""}, ${first.column}`;
  const more = cells > 1 ? `, and ${cells - 1} more cells` : "";
  throw new Unusable(`${where}: ${cell?.reason ?? "cannot be read"}${more}. Nothing was counted.`);
}

async function computeAsked(asked: Asked): Promise<MeasureResult[]> {
  const frame = { period: asked.period, dataThrough: asked.job.dataThrough };
  const counted = await countAsked(asked.job);
  return asked.specs.flatMap((spec): MeasureResult[] => {
    const answer = counted.find((a) => a.measure === spec.id);
    if (!answer)
      return [blockedResult(spec, frame, [`defined_not_tracked: needs ${spec.missing.join(", ")}`])];
    if (answer.blockedBy.length > 0) return [blockedResult(spec, frame, answer.blockedBy)];
    const results = answer.rows.map((row) => finishResult(spec, frame, row));
    const order = (r: MeasureResult): number => (r.stratum ? 2 : 0) + (r.part === "families" ? 1 : 0);
    results.sort((a, b) => order(a) - order(b));
    const members = answer.members.map((m) => ({
      id: m.id,
      in_denominator: m.inDenominator,
      in_numerator: m.inNumerator,
      reason: m.reason,
    }));
    return asked.members && results[0] ? [{ ...results[0], members }, ...results.slice(1)] : results;
  });
}

/** `upstream measure`: measures of files, without a portal. */
export async function measure(words: string[], terminal: Terminal): Promise<void> {
  const typed = readTyped(words);
  const asked = readAsked(typed);
  if (asked.unknown.length > 0) throw new Unusable(`no such measure: ${asked.unknown.join(", ")}`);
  const { variant } = typed;
  const results = (await computeAsked(asked)).map((r) =>
    variant === undefined
      ? r
      : { ...r, warnings: [...r.warnings, `no variant ${variant}: computed as defined`] },
  );
  const shown = typed["no-suppress"] ? results : suppressResults(results);
  terminal.out(typed.json ? `${JSON.stringify(shown, null, 2)}\n` : printMeasures(shown));
}
