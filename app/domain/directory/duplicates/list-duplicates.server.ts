import { z } from "zod";
import type { Ctx } from "../../kernel/context";
import { parseInput } from "../../kernel/parse-input";
import { whereFor } from "../../kernel/index.server";
import {
  type DuplicateEntity,
  type DuplicateEvidence,
  duplicateEntities,
  evidenceSchema,
} from "./duplicate-evidence";

const duplicatesPageSize = 25;
const schema = z.object({
  entity: z.enum(duplicateEntities),
  status: z.enum(["open", "apart"]).default("open"),
  page: z.number().int().min(1).max(100_000).default(1),
});

export type ListedPair = {
  id: string;
  first: { id: string; name: string; owner: string | null };
  second: { id: string; name: string; owner: string | null };
  evidence: DuplicateEvidence;
  foundAt: Date;
};

/** Names of organizations, or of listings with whose they are, by id. */
export async function namesOf(ctx: Ctx, entity: DuplicateEntity, ids: string[]) {
  const where = { jurisdictionId: ctx.actor.jurisdictionId, id: { in: ids } };
  const rows =
    entity === "organization"
      ? (await ctx.tx.organization.findMany({ where, select: { id: true, name: true } })).map((row) => ({
          ...row,
          owner: null,
        }))
      : (
          await ctx.tx.service.findMany({
            where,
            select: { id: true, name: true, organization: { select: { name: true } } },
          })
        ).map(({ id, name, organization }) => ({ id, name, owner: organization.name }));
  return new Map(rows.map((row) => [row.id, row]));
}

/** A page of pairs that may be the same, those with most rules that held first; or those that a person kept apart. Throws Forbidden. */
export async function listDuplicates(
  ctx: Ctx,
  input: z.input<typeof schema>,
): Promise<{ pairs: ListedPair[]; total: number }> {
  whereFor(ctx, "list", "DuplicatePair");
  const { entity, status, page } = parseInput(schema, input);
  const rows = await ctx.tx.$queryRaw<
    { id: string; first_id: string; second_id: string; evidence: unknown; found_at: Date; total: number }[]
  >`select id, first_id, second_id, evidence, found_at, count(*) over ()::int as total from duplicate_pair
    where jurisdiction_id = ${ctx.actor.jurisdictionId}::uuid and entity = ${entity} and status = ${status}
    order by jsonb_array_length(jsonb_path_query_array(evidence, '$[*] ? (@.held == true)')) desc, id
    limit ${duplicatesPageSize} offset ${(page - 1) * duplicatesPageSize}`;
  const names = await namesOf(
    ctx,
    entity,
    rows.flatMap((row) => [row.first_id, row.second_id]),
  );
  const named = (id: string) => names.get(id) ?? { id, name: "", owner: null };
  return {
    total: rows[0]?.total ?? 0,
    pairs: rows.map((row) => ({
      id: row.id,
      first: named(row.first_id),
      second: named(row.second_id),
      evidence: evidenceSchema.parse(row.evidence),
      foundAt: row.found_at,
    })),
  };
}

/** How many pairs wait for the administrator. Throws Forbidden. */
export async function countDuplicates(ctx: Ctx): Promise<Record<DuplicateEntity, number>> {
  const reach = whereFor(ctx, "list", "DuplicatePair");
  const of = (entity: DuplicateEntity) =>
    ctx.tx.duplicatePair.count({ where: { AND: [reach, { entity, status: "open" }] } });
  return { organization: await of("organization"), service: await of("service") };
}
