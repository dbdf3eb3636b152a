import { writeFile } from "node:fs/promises";
import path from "node:path";
import { hash } from "node:crypto";
import { copyToFile } from "~/db/copy-to-file.server";
import type { Ctx } from "~/domain/kernel/context";
import { whereFor } from "~/domain/kernel/index.server";
import { agencyChildren, portalChildren, rowsSql } from "./compared-sides";
import type { LinkInputs, StartedLinkRun } from "./link-run";
import { type Pair, pairKey } from "./pair-key";
import { planExactLinks, type ExactAnswers } from "./plan-exact-links.server";
import { readDecisions, type Decision } from "./read-decisions.server";
import { digestSides } from "./digest-sides.server";

/** Exact pairs that nobody has said anything of, and whose child of the portal nobody gave to another. */
function openExact(answers: ExactAnswers, decisions: readonly Decision[]): Pair[] {
  const decided = new Set(decisions.map(pairKey));
  const given = new Set(decisions.filter(({ kind }) => kind === "confirm").map(({ personId }) => personId));
  return [...answers].flatMap(([personId, answer]) => {
    if (typeof answer !== "string" || given.has(personId)) return [];
    const pair = { personId, agencyChildId: answer };
    return decided.has(pairKey(pair)) ? [] : [pair];
  });
}

/** What the linker is told to keep: confirmed and exact pairs together, unchanged ones that were taken apart apart. */
function decidedLines(exact: readonly Pair[], decisions: readonly Decision[]): string {
  const line = (answer: string) => (pair: Pair) => `${pair.personId},${pair.agencyChildId},${answer}`;
  const same = [...exact, ...decisions.filter(({ kind }) => kind === "confirm")];
  const apart = decisions.filter(({ kind, changed }) => (kind === "reject" || kind === "undo") && !changed);
  return ["id_a,id_b,answer", ...same.map(line("same")), ...apart.map(line("different"))].join("\n") + "\n";
}

const sameInputs = (one: LinkInputs, other: unknown): boolean =>
  Object.entries(one).every(([name, value]) => (other as Record<string, unknown> | null)?.[name] === value);

/**
 * Begins a run of the linker: reads both sides and what people decided, and writes them as private files (persons.csv,
 * children.csv, decided.csv) into `folder`, which must be there. Null where the last run had the very same inputs and model:
 * it would say the same. `method` is the linker's; a model of another one is not used. Jobs only.
 */
export async function startLinkRun(
  ctx: Ctx,
  { folder, method, train }: { folder: string; method: string; train: boolean },
): Promise<StartedLinkRun | null> {
  whereFor(ctx, "link", "Person");
  const { jurisdictionId } = ctx.actor;
  const sides = await digestSides(ctx);
  const decisions = await readDecisions(ctx);
  const kept = await ctx.tx.linkModel.findFirst({
    where: { jurisdictionId, method },
    orderBy: { version: "desc" },
  });
  const inputs: LinkInputs = {
    persons: sides.persons.digest,
    children: sides.children.digest,
    decisions: hash("sha256", JSON.stringify(decisions)),
    method,
  };
  const last = await ctx.tx.linkRun.findFirst({
    where: { jurisdictionId, status: { in: ["done", "exact_only"] }, inputs: { not: {} } },
    orderBy: [{ startedAt: "desc" }, { id: "desc" }],
  });
  if (last && !train && last.modelId === (kept?.id ?? null) && sameInputs(inputs, last.inputs)) return null;
  const exact = openExact(await planExactLinks(ctx), decisions);
  await copyToFile(ctx.tx, `${rowsSql(portalChildren)} order by p.id`, path.join(folder, "persons.csv"));
  await copyToFile(ctx.tx, `${rowsSql(agencyChildren)} order by a.id`, path.join(folder, "children.csv"));
  await writeFile(path.join(folder, "decided.csv"), decidedLines(exact, decisions), {
    mode: 0o600,
    flag: "wx",
  });
  const model =
    train || !kept ? null : { id: kept.id, parameters: kept.parameters, trainedOn: kept.trainedOn };
  const rows = { persons: sides.persons.rows, children: sides.children.rows };
  return { startedAt: ctx.clock.now(), inputs, rows, exact, decisions, model };
}
