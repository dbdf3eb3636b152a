import { z } from "zod";
import { type SuggestedField, suggestedFields } from "../../directory/editing/suggested-fields";
import type { Ctx } from "../../kernel/context";
import { NotFound } from "../../kernel/errors";
import { isId } from "../../kernel/ids";
import { parseInput } from "../../kernel/parse-input";
import { whereFor } from "../../kernel/index.server";
import type { SuggestionRow } from "./settle-suggestion.server";

const suggestionsPageSize = 25;
const schema = z.object({
  status: z.enum(["open", "taken", "refused"]).default("open"),
  page: z.number().int().min(1).max(100_000).default(1),
});

export type ListedSuggestion = {
  id: string;
  kind: string;
  name: string;
  fields: string[];
  at: Date;
  /** How many people said the same. */
  times: number;
};

/** A page of suggestions, oldest first, the same one made twice shown once. Throws Forbidden. */
export async function listSuggestions(
  ctx: Ctx,
  input: z.input<typeof schema>,
): Promise<{ rows: ListedSuggestion[]; total: number }> {
  whereFor(ctx, "list", "Suggestion");
  const { status, page } = parseInput(schema, input);
  const rows = await ctx.tx.$queryRaw<(ListedSuggestion & { total: number })[]>`
    with grouped as (
      select distinct on (kind, service_id, same_as, status) s.*, count(*) over (partition by kind, service_id, same_as)::int as times
      from suggestion s where jurisdiction_id = ${ctx.actor.jurisdictionId}::uuid and status = ${status}
      order by kind, service_id, same_as, status, at, id)
    select g.id, g.kind, coalesce(v.name, g.proposed ->> 'name', '') as name,
      array(select jsonb_object_keys(g.proposed)) as fields, g.at, g.times, count(*) over ()::int as total
    from grouped g left join service v on v.id = g.service_id
    order by g.at, g.id limit ${suggestionsPageSize} offset ${(page - 1) * suggestionsPageSize}`;
  return { rows: rows.map(({ total: _all, ...row }) => row), total: rows[0]?.total ?? 0 };
}

/** How many suggestions wait. Throws Forbidden. */
export async function countSuggestions(ctx: Ctx): Promise<number> {
  return ctx.tx.suggestion.count({
    where: { AND: [whereFor(ctx, "list", "Suggestion"), { status: "open" }] },
  });
}

export type ReadSuggestion = {
  row: SuggestionRow;
  proposed: Record<string, string>;
  times: number;
  /** What the listing says now, by field; null for a new program. */
  listing: {
    id: string;
    version: number;
    name: string;
    slug: string;
    now: Record<SuggestedField, string>;
  } | null;
  applied: readonly SuggestedField[];
};

/** One suggestion beside what the listing says now. Throws NotFound. */
export async function readSuggestion(ctx: Ctx, input: { id: string }): Promise<ReadSuggestion> {
  const reach = whereFor(ctx, "read", "Suggestion");
  const row = isId(input.id)
    ? await ctx.tx.suggestion.findFirst({ where: { AND: [reach, { id: input.id }] } })
    : null;
  if (!row) throw new NotFound();
  const { kind, serviceId, sameAs, status } = row;
  const service = serviceId
    ? await ctx.tx.service.findFirst({
        where: { AND: [whereFor(ctx, "list", "Service"), { id: serviceId }] },
        include: { phones: { orderBy: { id: "asc" }, take: 1 } },
      })
    : null;
  const listing = service && {
    id: service.id,
    version: service.version,
    name: service.name,
    slug: service.slug,
    now: {
      name: service.name,
      description: service.description,
      phone: service.phones[0]?.number ?? "",
      url: service.url ?? "",
      applicationProcess: service.applicationProcess ?? "",
      eligibilityDescription: service.eligibilityDescription ?? "",
      feesDescription: service.feesDescription ?? "",
      hours: "",
      place: "",
    },
  };
  return {
    row,
    proposed: z.record(z.string(), z.string()).parse(row.proposed),
    times: await ctx.tx.suggestion.count({ where: { AND: [reach, { kind, serviceId, sameAs, status }] } }),
    listing,
    applied: suggestedFields,
  };
}
