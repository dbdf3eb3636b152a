import type { Prisma } from "~/db/generated/client";
import type { Ctx } from "~/domain/kernel/context";
import { whereFor } from "~/domain/kernel/index.server";
import { dateOf, type IsoDate } from "../kernel/calendar";
import type { CommunityEntryRow, EntryKind } from "./community-entry";

export type Tier = { tier: number | null; since: IsoDate };
export type Community = {
  /** Newest first; the first is in force. */
  tiers: Tier[];
  entries: CommunityEntryRow[];
  /** Lessons that other jurisdictions shared; empty where the framework is not followed. */
  shared: CommunityEntryRow[];
};

const day = (column: Date | null): IsoDate | null => column && dateOf(column);

export function toEntry(row: Prisma.CommunityEntryGetPayload<object>): CommunityEntryRow {
  const { id, variety, language, title, text, outcome, version, sharedBy, sharedAt } = row;
  return {
    ...{
      id,
      kind: row.kind as EntryKind,
      variety,
      language,
      title,
      text,
      outcome,
      version,
      sharedBy,
      sharedAt,
    },
    ...{ day: day(row.day), doneOn: day(row.doneOn), removed: row.removedAt !== null },
  };
}

/** What the jurisdiction writes of its community work, and the lessons that others shared. Throws Forbidden. */
export async function listCommunity(ctx: Ctx): Promise<Community> {
  const reach = whereFor(ctx, "read", "CommunityEntry");
  const { jurisdictionId } = ctx.actor;
  const entries = await ctx.tx.communityEntry.findMany({
    where: { AND: [reach, { removedAt: null }] },
    orderBy: [{ day: { sort: "asc", nulls: "last" } }, { createdAt: "asc" }, { id: "asc" }],
  });
  const shared = await ctx.tx.communityEntry.findMany({
    where: {
      AND: [whereFor(ctx, "read_shared", "CommunityEntry"), { jurisdictionId: { not: jurisdictionId } }],
    },
    orderBy: [{ sharedAt: "desc" }, { id: "asc" }],
    take: 100,
  });
  const tiers = await ctx.tx.jurisdictionTier.findMany({
    where: { jurisdictionId },
    orderBy: [{ setAt: "desc" }, { id: "desc" }],
  });
  return {
    tiers: tiers.map(({ tier, since }) => ({ tier, since: dateOf(since) })),
    ...{ entries: entries.map(toEntry), shared: shared.map(toEntry) },
  };
}
