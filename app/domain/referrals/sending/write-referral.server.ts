import type { Prisma } from "~/db/generated/client";
import { actorStamp, staffUserId } from "../../kernel/actor";
import type { Ctx } from "../../kernel/context";
import { newId } from "../../kernel/ids";
import { recordAudit } from "../../kernel/index.server";
import { later } from "../../kernel/durations";
import { appendReferralEvent } from "../states/append-referral-event.server";
import { type ClockRules, dueOnEntering } from "../states/referral-clocks";
import { newVersion, outreachVersion } from "./referral-version";
import { newReferralNumber } from "./referral-number.server";
import { type ReferralStatus, edgeBetween, statusFacts } from "../states/referral-status";
import type { ConsentGiven } from "./send-referral.schema";

/** Records a family's yes to one organization: the consent with the words as read, and its event. */
export async function writeConsent(
  ctx: Ctx,
  consent: ConsentGiven & { householdId: string; recipientOrganizationId: string; calendarDays: number },
): Promise<string> {
  const at = ctx.clock.now();
  const id = newId(at);
  const { actorKind, actorId } = actorStamp(ctx.actor);
  const { calendarDays, ...given } = consent;
  await ctx.tx.consent.createMany({
    data: {
      id,
      jurisdictionId: ctx.actor.jurisdictionId,
      ...given,
      status: "given",
      recordedByUserId: staffUserId(ctx.actor),
      givenAt: at,
      expiresAt: later(at, { days: calendarDays }),
      createdAt: at,
    },
  });
  await ctx.tx.consentEvent.createMany({
    data: {
      id: newId(at),
      jurisdictionId: ctx.actor.jurisdictionId,
      consentId: id,
      at,
      status: "given",
      actorKind,
      actorId,
    },
  });
  return id;
}

type Created = Omit<
  Prisma.ServiceReferralCreateManyInput,
  | "jurisdictionId"
  | "number"
  | "createdAt"
  | "status"
  | "nextActOwner"
  | "nextAct"
  | "dueAt"
  | "sentAt"
  | "id"
> & { id: string; status: ReferralStatus };

/** Writes a new referral with its first event and its audit entry; answers its number and due time. */
export async function writeReferral(ctx: Ctx, created: Created, rules: ClockRules) {
  const at = ctx.clock.now();
  const edge = edgeBetween(null, created.status);
  if (!edge) throw new RangeError(`no referral begins as ${created.status}`);
  const facts = statusFacts[created.status];
  const due = dueOnEntering(created.status, at, created.urgent ?? false, rules);
  const number = newReferralNumber();
  await ctx.tx.serviceReferral.createMany({
    data: {
      ...created,
      ...due,
      version: created.status === "sent" ? newVersion : outreachVersion,
      jurisdictionId: ctx.actor.jurisdictionId,
      number,
      nextActOwner: facts.owner,
      nextAct: facts.act,
      createdAt: at,
      sentAt: created.status === "sent" ? at : null,
    },
  });
  await appendReferralEvent(ctx, {
    referralId: created.id,
    sequence: 1,
    event: edge.event,
    from: null,
    to: created.status,
  });
  await recordAudit(ctx, { event: edge.event, entity: "ServiceReferral", entityId: created.id });
  return { number, dueAt: due.dueAt };
}
