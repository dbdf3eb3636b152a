import { z } from "zod";
import type { Ctx } from "../../kernel/context";
import { parseInput } from "../../kernel/parse-input";
import { whereFor } from "../../kernel/index.server";
import type { ProgramEffect } from "./read-program-effect.server";

const schema = z.object({
  page: z.number().int().min(1).max(100_000).default(1),
  size: z.number().int().min(1).max(5_000).default(25),
});

export interface ProgramFunding extends ProgramEffect {
  id: string;
  name: string;
  organizationName: string;
  /** Rating of the model delivered, a code; null: not said. */
  evidenceRating: string | null;
  /** Who pays, as codes, or as a source wrote it. */
  funding: string[];
}

/**
 * Every published program with who pays for it, its rating and what it works on, by organization and name: for who accounts
 * for the programs. Throws Forbidden, Invalid.
 */
export async function listProgramFunding(
  ctx: Ctx,
  input: z.input<typeof schema> = {},
): Promise<{ rows: ProgramFunding[]; total: number }> {
  const { page, size } = parseInput(schema, input);
  const where = whereFor(ctx, "account", "Service");
  const found = await ctx.tx.service.findMany({
    where,
    orderBy: [{ organization: { name: "asc" } }, { name: "asc" }, { id: "asc" }],
    skip: (page - 1) * size,
    take: size,
    select: {
      id: true,
      name: true,
      evidenceRating: true,
      protectiveFactors: true,
      desiredOutcomes: true,
      organization: { select: { name: true } },
      funding: { select: { code: true, fundingSource: true }, orderBy: { id: "asc" } },
    },
  });
  const rows = found.map(({ organization, funding, ...row }) => ({
    ...row,
    organizationName: organization.name,
    funding: [...new Set(funding.flatMap(({ code, fundingSource }) => code ?? fundingSource ?? []))],
  }));
  return { rows, total: await ctx.tx.service.count({ where }) };
}
