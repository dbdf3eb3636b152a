import type { Prisma } from "~/db/generated/client";
import { sendJob } from "~/db/job-queue.server";
import type { Ctx } from "~/domain/kernel/context";
import { Conflict } from "~/domain/kernel/errors";
import { newId } from "~/domain/kernel/ids";
import { lockJurisdiction, recordAudit, whereFor } from "~/domain/kernel/index.server";
import { digestSides } from "./digest-sides.server";
import { keepCandidates } from "./keep-candidates.server";
import type { LinkOutcome, StartedLinkRun } from "./link-run";
import { pairKey } from "./pair-key";
import { exactRule } from "./plan-exact-links.server";
import { readDecisions } from "./read-decisions.server";
import { settlePairs, type SettledPair, type WantedLink } from "./settle-pairs";
import { type LinkChange, writeLinks } from "./write-links.server";

export type KeptLinkRun = { runId: string; linked: number; added: number; withdrawn: number; open: number };

/** The sides or what people decided changed while the linker worked: its pairs are of what was. */
async function refuseChanged(ctx: Ctx, { inputs, decisions }: StartedLinkRun): Promise<void> {
  const now = await digestSides(ctx);
  const isSame =
    now.persons.digest === inputs.persons &&
    now.children.digest === inputs.children &&
    JSON.stringify(await readDecisions(ctx)) === JSON.stringify(decisions);
  if (!isSame) throw new Conflict("moved_on");
}

async function keepModel(ctx: Ctx, { trained }: LinkOutcome, startedAt: Date): Promise<string | null> {
  if (!trained) return null;
  const { jurisdictionId } = ctx.actor;
  const last = await ctx.tx.linkModel.findFirst({
    where: { jurisdictionId },
    orderBy: { version: "desc" },
    select: { version: true },
  });
  const model = await ctx.tx.linkModel.create({
    data: {
      id: newId(startedAt),
      jurisdictionId,
      version: (last?.version ?? 0) + 1,
      method: trained.method,
      engine: trained.engine,
      parameters: trained.parameters as Prisma.InputJsonObject,
      trainedOn: trained.trainedOn as Prisma.InputJsonObject,
      trainedAt: ctx.clock.now(),
    },
  });
  await recordAudit(ctx, { event: "link_model.trained", entity: "LinkModel", entityId: model.id });
  return model.id;
}

/** From what holds to what is to hold. */
async function planChanges(
  ctx: Ctx,
  wanted: readonly WantedLink[],
  pairs: readonly SettledPair[],
): Promise<LinkChange[]> {
  const current = await ctx.tx.personLink.findMany({
    where: whereFor(ctx, "link", "PersonLink"),
    select: { personId: true, agencyChildId: true, rule: true },
    orderBy: { personId: "asc" },
  });
  const weighed = new Map(pairs.map((pair) => [pairKey(pair), pair]));
  const goal = new Map(wanted.map((link) => [link.personId, link]));
  const same = new Set(
    current
      .filter((link) => {
        const to = goal.get(link.personId);
        return to?.agencyChildId === link.agencyChildId && to.rule === link.rule;
      })
      .map(({ personId }) => personId),
  );
  const ended = current
    .filter(({ personId }) => !same.has(personId))
    .map((link) => ({ ...link, kind: "supersede" as const, evidence: { reason: "run" } }));
  const begun = wanted
    .filter(({ personId }) => !same.has(personId))
    .map((link) => {
      const pair = weighed.get(pairKey(link));
      const evidence = pair
        ? { weight: pair.weight, probability: pair.probability, pattern: pair.pattern, restsOn: pair.restsOn }
        : {};
      return { ...link, kind: "auto" as const, evidence };
    });
  return [...ended, ...begun];
}

/**
 * Keeps what the linker found, in the caller's one transaction: the model if one was trained, the run, its candidates, the
 * events and what holds now; the measures are computed anew where a link came or went. Throws Conflict moved_on where the
 * records or the decisions changed since the run was started. Jobs only.
 */
export async function keepLinkRun(
  ctx: Ctx,
  { started, outcome }: { started: StartedLinkRun; outcome: LinkOutcome },
): Promise<KeptLinkRun> {
  whereFor(ctx, "link", "Person");
  const { jurisdictionId } = ctx.actor;
  await lockJurisdiction(ctx, "records");
  await lockJurisdiction(ctx, "links");
  await refuseChanged(ctx, started);
  const modelId = (await keepModel(ctx, outcome, started.startedAt)) ?? started.model?.id ?? null;
  const runId = newId(started.startedAt);
  await ctx.tx.linkRun.create({
    data: {
      ...{ id: runId, jurisdictionId, modelId, rule: outcome.trained?.method ?? started.inputs.method },
      ...{ engine: outcome.engine, status: outcome.status, inputs: started.inputs },
      thresholds: { ...outcome.thresholds, mayLink: outcome.mayLink },
      startedAt: started.startedAt,
    },
  });
  const { pairs, wanted } = settlePairs(started, outcome, exactRule);
  const changes = await planChanges(ctx, wanted, pairs);
  await writeLinks(ctx, runId, changes);
  const kept = await keepCandidates(ctx, runId, pairs);
  const added = changes.filter(({ kind }) => kind === "auto").length;
  const counts = {
    ...started.rows,
    linked: wanted.length,
    added,
    withdrawn: changes.length - added,
    open: kept.open,
  };
  await ctx.tx.linkRun.update({ where: { id: runId }, data: { counts, finishedAt: ctx.clock.now() } });
  await recordAudit(ctx, { event: "persons.linked", entity: "LinkRun", entityId: runId });
  if (changes.length > 0) await sendJob(ctx.tx, "compute-measures", { jurisdictionId });
  return { runId, linked: wanted.length, added, withdrawn: counts.withdrawn, open: kept.open };
}
