import { z } from "zod";
import type { Ctx } from "~/domain/kernel/context";
import { NotFound } from "~/domain/kernel/errors";
import { recordAudit, whereFor } from "~/domain/kernel/index.server";
import { parseInput } from "~/domain/kernel/parse-input";
import { findMeasureSpec } from "~/domain/measures/measure-registry";
import type { MeasureSpec } from "~/domain/measures/measure-spec";
import { memberFilters, memberPurposes } from "./member-purpose";

const pageSize = 25;
const schema = z.object({
  measure: z.string().max(40),
  purpose: z.string().pipe(z.enum(memberPurposes)),
  page: z.number().int().min(1).max(100_000).default(1),
  /** Of a file, which holds them all. */
  size: z.number().int().min(1).max(200_000).default(pageSize),
  only: z.string().pipe(z.enum(memberFilters)).default("all"),
});

export type MemberRow = {
  /** The unit's own number: a child's in the agency's records, a referral's. Never a name. */
  unit: string;
  inDenominator: boolean;
  inNumerator: boolean;
  /** The exact rule, as the engine says it. */
  reason: string;
};
export type ListedMembers = {
  spec: MeasureSpec;
  computedAt: Date;
  total: number;
  pages: number;
  rows: MemberRow[];
};

const filters = {
  all: {},
  counted: { inDenominator: true },
  event: { inNumerator: true },
  left_out: { inDenominator: false },
};

/** A referral is called by its number; other units are the agency's own numbers. */
async function unitsOf(ctx: Ctx, ids: string[]): Promise<Map<string, string>> {
  const uuids = ids.filter((id) => z.uuid().safeParse(id).success);
  if (uuids.length === 0) return new Map();
  const rows = await ctx.tx.serviceReferral.findMany({
    where: { jurisdictionId: ctx.actor.jurisdictionId, id: { in: uuids } },
    select: { id: true, number: true },
  });
  return new Map(rows.map(({ id, number }) => [id, number]));
}

/**
 * The people behind a number of the last run, by their numbers, each with the rule that counted it or did not. Each opening is
 * logged with its purpose. Throws Forbidden, Invalid, NotFound for an unknown measure and before the first run.
 */
export async function listMembers(ctx: Ctx, input: z.input<typeof schema>): Promise<ListedMembers> {
  const reach = whereFor(ctx, "read", "MeasureMember");
  const { measure, purpose, page, size, only } = parseInput(schema, input);
  const spec = findMeasureSpec(measure);
  const run = await ctx.tx.measureRun.findFirst({
    where: { AND: [whereFor(ctx, "read", "MeasureRun"), { status: "done" }] },
    orderBy: [{ startedAt: "desc" }, { id: "desc" }],
  });
  if (!spec || !run) throw new NotFound();
  const where = { AND: [reach, { runId: run.id, measure, ...filters[only] }] };
  const total = await ctx.tx.measureMember.count({ where });
  const found = await ctx.tx.measureMember.findMany({
    where,
    orderBy: [{ unitId: "asc" }, { id: "asc" }],
    ...{ skip: (page - 1) * size, take: size },
  });
  const units = await unitsOf(
    ctx,
    found.map(({ unitId }) => unitId),
  );
  await recordAudit(ctx, {
    ...{ event: "measure_members.read", entity: "MeasureRun", entityId: run.id },
    reason: `${purpose}: ${measure}, ${only}, ${found.length} of ${total}`,
  });
  return {
    ...{
      spec,
      computedAt: run.finishedAt ?? run.startedAt,
      total,
      pages: Math.max(1, Math.ceil(total / size)),
    },
    rows: found.map(({ unitId, inDenominator, inNumerator, reason }) => ({
      ...{ unit: units.get(unitId) ?? unitId, inDenominator, inNumerator, reason },
    })),
  };
}
