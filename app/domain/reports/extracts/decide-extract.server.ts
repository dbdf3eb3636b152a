import { sendJob } from "~/db/job-queue.server";
import { staffName, staffUserId } from "../../kernel/actor";
import type { Ctx } from "../../kernel/context";
import { Conflict, NotFound } from "../../kernel/errors";
import { isId, newId } from "../../kernel/ids";
import { recordAudit, whereFor } from "../../kernel/index.server";
import { parseInput } from "../../kernel/parse-input";
import { decideExtractSchema, type DecideExtract } from "./decide-extract.schema";

type Kind = "approved" | "withdrawn";

/** Writes down who decided what, and why; once. A withdrawn extract is decided about no more. */
async function decide(ctx: Ctx, kind: Kind, input: DecideExtract): Promise<string> {
  const { id, reason } = parseInput(decideExtractSchema, input);
  const { jurisdictionId } = ctx.actor;
  const where = { jurisdictionId, importRunId: id };
  const extract = isId(id) ? await ctx.tx.agencyExtract.findFirst({ where }) : null;
  if (!extract) throw new NotFound();
  const decided = await ctx.tx.agencyExtractEvent.findMany({ where, select: { kind: true } });
  if (decided.some((one) => one.kind === "withdrawn")) throw new Conflict("withdrawn_already");
  const isJump = (extract.jumps as unknown[]).length > 0;
  if (kind === "approved" && (!isJump || decided.length > 0)) throw new Conflict("nothing_to_approve");
  const by = { byId: staffUserId(ctx.actor), byName: staffName(ctx.actor) };
  const at = ctx.clock.now();
  const { count } = await ctx.tx.agencyExtractEvent.createMany({
    data: { id: newId(at), ...where, kind, reason, ...by, at },
    skipDuplicates: true,
  });
  if (count === 0) throw new Conflict(`${kind}_already`);
  await recordAudit(ctx, {
    ...{ event: `agency_extract.${kind}`, entity: "AgencyExtract", entityId: extract.id, reason },
  });
  return jurisdictionId;
}

/**
 * Says why an extract is right though it differs so much from the last: measures are computed from it again. Throws
 * Forbidden, NotFound, Invalid, and Conflict where nothing waits for it.
 */
export async function approveExtract(ctx: Ctx, input: DecideExtract): Promise<void> {
  whereFor(ctx, "approve", "AgencyExtract");
  const jurisdictionId = await decide(ctx, "approved", input);
  await sendJob(ctx.tx, "compute-measures", { jurisdictionId });
}

/**
 * Takes an extract back: the worker rebuilds the tables from the extracts that remain, links anew, marks the runs of measures
 * that rested on it, and computes them again. Throws Forbidden, NotFound, Invalid, and Conflict where it was taken back already.
 */
export async function withdrawExtract(ctx: Ctx, input: DecideExtract): Promise<void> {
  whereFor(ctx, "withdraw", "AgencyExtract");
  const jurisdictionId = await decide(ctx, "withdrawn", input);
  await sendJob(ctx.tx, "rebuild-records", { jurisdictionId });
}
