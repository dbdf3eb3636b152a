import { readFile } from "node:fs/promises";
import path from "node:path";
import { method } from "~/analysis/linkage/describe-report";
import type { LinkAnswer, TrainedModel } from "~/analysis/linkage/link-job";
import { runLinkage } from "~/analysis/linkage/run-linkage.server";
import { inTransaction, type TransactionOptions } from "~/db/transaction.server";
import type { SystemActor } from "~/domain/kernel/actor";
import { systemClock, type Clock } from "~/domain/kernel/clock";
import type { Ctx } from "~/domain/kernel/context";
import { inMilliseconds } from "~/domain/kernel/durations";
import { failLinkRun, keepLinkRun, startLinkRun } from "~/domain/linkage/index.server";
import { mayLinkByScore, type TrainedOn } from "~/domain/linkage/link-limits";
import type { LinkOutcome, StartedLinkRun } from "~/domain/linkage/link-run";
import { env } from "~/env.server";
import { comparedColumns } from "./compared-columns";
import { readFoundPairs } from "./read-found-pairs.server";
import { inLinkFolder } from "./link-folder.server";

type Asked = { jurisdictionId: string; train?: boolean };
/** `unchanged`: the last run had the very same inputs. */
export type LinkedPersons =
  | "unchanged"
  | { runId: string; linked: number; added: number; withdrawn: number; open: number };

type Report = {
  engine: string;
  thresholds: Record<string, number | boolean>;
  calibration: object[];
  groups: object;
  parameters: { expected_links: number; left_over_bits: number };
};

const memoryLimit = "2GB";

/** Nothing to weigh, or nothing to learn from: what agrees exactly is linked, and nobody else. */
const exactOnly = (engine: string): LinkOutcome => ({
  ...{ engine, trained: null, found: [], thresholds: {}, mayLink: false, status: "exact_only" },
});

async function readOutcome(
  folder: string,
  started: StartedLinkRun,
  trained: TrainedModel,
): Promise<LinkOutcome> {
  const report = JSON.parse(await readFile(path.join(folder, "report.json"), "utf8")) as Report;
  const trainedOn: TrainedOn = started.model
    ? (started.model.trainedOn as TrainedOn)
    : { ...started.rows, expectedLinks: report.parameters.expected_links };
  return {
    engine: report.engine,
    trained: started.model ? null : { method, engine: report.engine, parameters: trained, trainedOn },
    found: await readFoundPairs(folder, trained.model, report.parameters.left_over_bits),
    thresholds: { ...report.thresholds, calibration: report.calibration, groups: report.groups },
    mayLink: mayLinkByScore(trainedOn),
    status: "done",
  };
}

async function weigh(folder: string, started: StartedLinkRun): Promise<LinkOutcome> {
  if (started.rows.persons === 0 || started.rows.children === 0) return exactOnly("none");
  const at = (name: string): string => path.join(folder, name);
  const model = started.model?.parameters as TrainedModel | undefined;
  const answer: LinkAnswer = await runLinkage(
    {
      ...{ a: at("persons.csv"), b: at("children.csv"), columns: comparedColumns, memoryLimit },
      ...{ links: at("links.csv"), report: at("report.json"), details: at("details.csv") },
      decided: at("decided.csv"),
      ...(model && { model }),
    },
    () => undefined,
    folder,
  );
  if ("trained" in answer) return readOutcome(folder, started, answer.trained);
  return exactOnly("unsettled" in answer ? "unsettled" : "refused");
}

/**
 * Links a jurisdiction's children to the agency's: both sides as private files, weighed in a DuckDB process of its own with
 * the stored model, or one trained now where there is none or `train` asks for it, and kept in one transaction. The folder
 * goes in every case. The same inputs give the same links and write nothing.
 */
export async function linkJurisdiction(
  { jurisdictionId, train = false }: Asked,
  clock: Clock = systemClock,
): Promise<LinkedPersons> {
  const actor: SystemActor = { kind: "system", name: "link-persons", jurisdictionId };
  const as = <T>(run: (ctx: Ctx) => Promise<T>, options: TransactionOptions = {}): Promise<T> =>
    inTransaction({ jurisdictionId, actorId: actor.name }, (tx) => run({ actor, tx, clock }), {
      timeout: inMilliseconds({ hours: 1 }),
      ...options,
    });
  const startedAt = clock.now();
  try {
    return await inLinkFolder(path.resolve(env().DATA_FOLDER, "linkage"), jurisdictionId, async (folder) => {
      const started = await as((ctx) => startLinkRun(ctx, { folder, method, train }), { snapshot: true });
      if (!started) return "unchanged";
      const outcome = await weigh(folder, started);
      return as((ctx) => keepLinkRun(ctx, { started, outcome }));
    });
  } catch (error) {
    await as((ctx) => failLinkRun(ctx, { method, startedAt }));
    throw error;
  }
}
