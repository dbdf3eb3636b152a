import type { Ctx } from "../../kernel/context";
import { announce } from "../../kernel/index.server";
import { type KnownFamily, readFamilyDetails } from "../../households/index.server";
import { readSnapshot } from "../sending/read-snapshot";
import { consentInForce } from "./consent-in-force";

const ways = ["phone", "email", "contactWay", "messageOk", "bestTimes"] as const;
type Way = (typeof ways)[number];

/** What of a changed way to reach the family a receiver may know: a class that was not shared stays out. */
const mayKnow = (way: Way, snapshot: ReturnType<typeof readSnapshot>) =>
  (way !== "phone" && way !== "email") || snapshot?.[way] != null;

/**
 * Whoever serves the family, and whom its permission covers, is told that the way to reach it is another one now: a neutral
 * notice, and a mark in the inbox until it was read. `before` is the family as it was.
 */
export async function tellContactChanged(ctx: Ctx, householdId: string, before: KnownFamily): Promise<void> {
  const after = await readFamilyDetails(ctx, householdId);
  const changed = ways.filter((way) => before[way] !== after[way]);
  if (changed.length === 0) return;
  const { jurisdictionId } = ctx.actor;
  const rows = await ctx.tx.serviceReferral.findMany({
    where: {
      jurisdictionId,
      householdId,
      consentId: { not: null },
      OR: [{ closedAt: null }, { status: "connected" }],
    },
    select: { id: true, receivingOrganizationId: true, snapshot: true, consent: true },
    orderBy: { id: "asc" },
  });
  const now = ctx.clock.now();
  for (const { id, receivingOrganizationId, snapshot, consent } of rows) {
    const shared = readSnapshot(snapshot);
    if (!consentInForce(consent, now) || !changed.some((way) => mayKnow(way, shared))) continue;
    await ctx.tx.serviceReferral.updateMany({
      where: { id, jurisdictionId },
      data: { contactChangedAt: now },
    });
    const params = { referralId: id };
    const toOrganizationId = receivingOrganizationId;
    await announce(ctx, { template: "referral-contact-changed", toOrganizationId, params });
  }
}
