import { randomUUID } from "node:crypto";
import {
  type Actor,
  actorStamp,
  type FamilyActor,
  type Role,
  type StaffActor,
} from "../../app/domain/kernel/actor";
import { type Clock, systemClock } from "../../app/domain/kernel/clock";
import type { Ctx } from "../../app/domain/kernel/context";
import { usualConsentText } from "../../app/domain/referrals/family/consent-words";
import { sendReferral } from "../../app/domain/referrals/index.server";
import type { SendReferralInput } from "../../app/domain/referrals/sending/send-referral.schema";
import type { Place } from "./authorization-matrix";
import type { TestDatabase } from "./database";

/** The people of one place, each acting in a transaction of its own, as requests do. */
export type Desk = ReturnType<typeof deskOf>;

export function deskOf(db: TestDatabase, place: Place, clock: Clock = systemClock) {
  const staff = (role: Role, userId = place.userId): StaffActor => ({
    kind: "staff",
    userId,
    membershipId: userId,
    role,
    jurisdictionId: place.jurisdictionId,
    organizationId: role.startsWith("provider_") ? place.organizationId : null,
    teamName: "Family support line",
    name: "Test P.",
  });
  const as = <T>(actor: Actor, run: (ctx: Ctx) => Promise<T>): Promise<T> => {
    const organizationId = actor.kind === "staff" ? actor.organizationId : null;
    const { jurisdictionId } = actor;
    const { actorId } = actorStamp(actor);
    return db.inTransaction({ jurisdictionId, organizationId, actorId }, (tx) => run({ actor, tx, clock }));
  };
  const family = (householdId: string): FamilyActor => ({
    kind: "family",
    linkId: randomUUID(),
    householdId,
    jurisdictionId: place.jurisdictionId,
  });
  return {
    place,
    as,
    screener: <T>(run: (ctx: Ctx) => Promise<T>) => as(staff("hotline_screener"), run),
    supervisor: <T>(run: (ctx: Ctx) => Promise<T>) => as(staff("intake_supervisor"), run),
    navigator: <T>(run: (ctx: Ctx) => Promise<T>) => as(staff("community_navigator"), run),
    provider: <T>(run: (ctx: Ctx) => Promise<T>) => as(staff("provider_worker"), run),
    colleague: <T>(run: (ctx: Ctx) => Promise<T>) => as(staff("provider_manager", randomUUID()), run),
    system: <T>(run: (ctx: Ctx) => Promise<T>) =>
      as({ kind: "system", name: "test", jurisdictionId: place.jurisdictionId }, run),
    family: <T>(householdId: string, run: (ctx: Ctx) => Promise<T>) => as(family(householdId), run),
  };
}

/** A plainly invented family that agreed on the phone. */
export function sending(place: Place, more: Partial<SendReferralInput> = {}): SendReferralInput {
  return {
    formKey: randomUUID(),
    serviceId: place.serviceId,
    family: {
      caregiverName: "Marisol",
      phone: "(410) 555-0142",
      contactWay: "call",
      messageOk: true,
      language: "es",
      postalCode: "21215",
      childAgesMonths: [36, 72],
    },
    whatWouldHelp: "Help with tantrums",
    // The same invented family stands for another one each time.
    duplicateReason: "Another family",
    consent: {
      method: "verbal",
      language: "es",
      textVersion: usualConsentText.version,
      wordsShown: "¿Está bien si comparto su nombre?",
      dataClasses: ["name", "phone", "postal_code", "language", "child_ages", "needs"],
    },
    ...more,
  };
}

export const send = (desk: Desk, more: Partial<SendReferralInput> = {}) =>
  desk.screener((ctx) => sendReferral(ctx, sending(desk.place, more)));
