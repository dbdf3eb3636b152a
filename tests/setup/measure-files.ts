import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import type { CountedMember, CountJob, Stratum } from "../../app/analysis/count-job";
import { countMeasures } from "../../app/analysis/count-measures";
import { finishResults } from "../../app/domain/measures/finish-result";
import { findMeasureSpec } from "../../app/domain/measures/measure-registry";
import type { MeasureResult } from "../../app/domain/measures/measure-result";
import type { ExtractTable } from "../../app/domain/reports/extract-columns";

/** Files of contracts.md by name: header, then rows. */
export type Files = Partial<Record<ExtractTable, string[]>>;
export type Asked = {
  period: [string, string];
  dataThrough: string;
  by?: Stratum[];
  variant?: string;
  parquet?: boolean;
};
export type Counted = { results: MeasureResult[]; members: CountedMember[]; blockedBy: string[] };

/** Counts one measure of real CSV files, as `upstream measure` does, in this process and with nothing hidden. */
export async function countFiles(files: Files, measure: string, asked: Asked): Promise<Counted> {
  const spec = findMeasureSpec(measure);
  const variant = spec?.variants.find(({ id }) => id === asked.variant);
  const compute = asked.variant === undefined ? spec?.compute : variant?.compute;
  if (!spec || !compute) throw new Error(`not computed: ${measure}`);
  const folder = await mkdtemp(path.join(tmpdir(), "upstream-vectors-"));
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  try {
    const written: CountJob["files"] = {};
    for (const [table, lines] of Object.entries(files)) {
      written[table as ExtractTable] = path.join(folder, `${table}.csv`);
      await writeFile(path.join(folder, `${table}.csv`), `${lines.join("\n")}\n`);
    }
    const item = { measure, compute, period: asked.period, lagDays: 0, by: asked.by ?? [], members: true };
    const { answers, unreadable } = await countMeasures(connection, {
      ...{ files: written, parquetFolder: asked.parquet ? folder : null },
      ...{ dataThrough: asked.dataThrough, items: [item] },
    });
    const [answer] = answers;
    if (!answer) throw new Error(`cannot be read: ${JSON.stringify(unreadable)}`);
    const frame = { period: asked.period, dataThrough: asked.dataThrough };
    return {
      results: finishResults({ ...spec, compute }, frame, answer.rows),
      members: answer.members,
      blockedBy: answer.blockedBy,
    };
  } finally {
    connection.closeSync();
    instance.closeSync();
    await rm(folder, { recursive: true });
  }
}

/** "numerator of denominator", part by part, of the wholes. */
export const counts = ({ results }: Counted): string[] =>
  results
    .filter(({ stratum }) => stratum === null)
    .map(({ part, numerator, denominator }) => `${part ?? "all"} ${numerator} of ${denominator}`);

/** Why a member counted or not, with + for the numerator, = for the denominator alone, - for neither. */
export const why = ({ members }: Counted, id: string, part: string | null = null): string =>
  members
    .filter((one) => one.id === id && one.part === part)
    .map(
      ({ inDenominator, inNumerator, reason }) =>
        `${inNumerator ? "+" : inDenominator ? "=" : "-"} ${reason}`,
    )
    .join(" | ");
