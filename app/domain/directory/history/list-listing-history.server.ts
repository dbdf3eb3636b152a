import { z } from "zod";
import type { Ctx } from "../../kernel/context";
import { parseInput } from "../../kernel/parse-input";
import { can } from "../../kernel/index.server";
import { findListing } from "../reading/find-listing.server";
import { type KeptChange, putBack } from "./put-back.server";

const historyPageSize = 25;
const listListingHistorySchema = z.object({
  id: z.string(),
  page: z.coerce.number().int().min(1).max(10_000).default(1).catch(1),
});

export interface ToldChange {
  id: string;
  at: Date;
  action: string;
  entity: string;
  field: string;
  previous: string | null;
  replacement: string | null;
  changedBy: string;
  /** "Dana R.", for whoever manages people; null for others, and where nobody of the portal acted. */
  who: string | null;
  canUndo: boolean;
}
export interface ListingHistory {
  listing: { id: string; name: string; version: number };
  rows: ToldChange[];
  total: number;
  page: number;
  /** By whose word the listing was last found right. */
  check: Pick<ToldChange, "at" | "changedBy" | "who"> | null;
}

/** "Dana R.": how a colleague is named in a history. */
function shortName(name: string): string {
  const [first = "", ...rest] = name.trim().split(/\s+/);
  const last = rest.at(-1);
  return last ? `${first} ${last.charAt(0)}.` : first;
}

/** Names of those who acted, of the reader's own people only. */
async function namesOf(ctx: Ctx, rows: KeptChange[], organizationId: string): Promise<Map<string, string>> {
  const { actor } = ctx;
  const named = actor.kind === "staff" && ["provider_manager", "jurisdiction_admin"].includes(actor.role);
  const ids = [...new Set(rows.flatMap((row) => (row.actorId ? [row.actorId] : [])))];
  if (!named || ids.length === 0) return new Map();
  const of = actor.role === "provider_manager" ? { organizationId } : {};
  const members = await ctx.tx.membership.findMany({
    where: { jurisdictionId: actor.jurisdictionId, userId: { in: ids }, ...of },
    select: { userId: true, user: { select: { name: true } } },
  });
  return new Map(members.map((one) => [one.userId, shortName(one.user.name)]));
}

/** What changed on a listing the actor keeps, newest first, 25 a page. Throws NotFound. */
export async function listListingHistory(
  ctx: Ctx,
  input: z.input<typeof listListingHistorySchema>,
): Promise<ListingHistory> {
  const { id, page } = parseInput(listListingHistorySchema, input);
  const row = await findListing(ctx, "list", id);
  const where = { jurisdictionId: ctx.actor.jurisdictionId, serviceId: row.id };
  const total = await ctx.tx.fieldChange.count({ where });
  const changes = await ctx.tx.fieldChange.findMany({
    where,
    orderBy: [{ at: "desc" }, { id: "desc" }],
    skip: (page - 1) * historyPageSize,
    take: historyPageSize,
  });
  const checked = row.assuredAt
    ? await ctx.tx.fieldChange.findFirst({
        where: {
          ...where,
          // What publishes a listing for the first time is told as that alone.
          OR: [{ field: "assured_date", replacement: { not: null } }, { action: "publish" }],
        },
        orderBy: [{ at: "desc" }, { id: "desc" }],
      })
    : null;
  const names = await namesOf(ctx, [...changes, ...(checked ? [checked] : [])], row.organizationId);
  const who = (change: KeptChange) => (change.actorId ? (names.get(change.actorId) ?? null) : null);
  const mayWrite = can(ctx, "write", "Service", {
    jurisdictionId: row.jurisdictionId,
    organizationId: row.organizationId,
  });
  const rows = changes.map((change) => ({
    id: change.id,
    at: change.at,
    action: change.action,
    entity: change.entity,
    field: change.field,
    previous: change.previous,
    replacement: change.replacement,
    changedBy: change.changedBy,
    who: who(change),
    canUndo: mayWrite && putBack(row, change) !== null,
  }));
  const check = checked && { at: checked.at, changedBy: checked.changedBy, who: who(checked) };
  return { listing: { id: row.id, name: row.name, version: row.version }, rows, total, page, check };
}
