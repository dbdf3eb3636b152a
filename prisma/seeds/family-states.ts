import { randomUUID } from "node:crypto";
import { endEnrollment, enrollFamily, recordSession } from "~/domain/engagement/index.server";
import type { StaffActor } from "~/domain/kernel/actor";
import {
  acceptReferral,
  askSender,
  holdReferral,
  readReferral,
  recordContactAttempt,
  scheduleReferral,
  sendOutreachReferral,
  sendReferral,
  waitlistReferral,
} from "~/domain/referrals/index.server";
import { consentAsRead } from "~/domain/referrals/family/consent-as-read";
import { usualConsentText } from "~/domain/referrals/family/consent-words";
import type { SendReferralInput } from "~/domain/referrals/sending/send-referral.schema";
import type { FamilyStory, TellFamily } from "./family-teller";
import { actAs } from "./story-steps";
import { hoursAfter, type StoryTime } from "./story-time";

export type Cast = { sender: StaffActor; provider: StaffActor; time: StoryTime; family: TellFamily };
export type Sent = { referralId: string };

function toSend(story: FamilyStory, organization: string): SendReferralInput {
  const family = {
    caregiverName: story.caregiverName,
    phone: story.phone,
    email: null,
    contactWay: story.callsThemselves ? ("will_call" as const) : ("call" as const),
    messageOk: true,
    bestTimes: "After 6:00 pm",
    language: story.language,
    interpreter: story.language === "vi",
    postalCode: story.zip,
    childAgesMonths: story.ages,
  };
  return {
    formKey: randomUUID(),
    serviceId: story.serviceId,
    family,
    needCodes: story.needs,
    whatWouldHelp: story.words,
    urgent: story.urgent ?? false,
    calledAhead: true,
    consent: consentAsRead({
      by: "worker",
      text: usualConsentText,
      language: story.language === "es" ? "es" : "en",
      family,
      organization,
    }),
  };
}

/** sent: waits for the provider. */
export function sent(cast: Cast, story: FamilyStory): Promise<Sent> {
  return actAs(cast.sender, story.sentAt, async (ctx) => {
    const { organization } = await ctx.tx.service.findUniqueOrThrow({
      where: { id: story.serviceId },
      select: { organization: { select: { name: true } } },
    });
    return sendReferral(ctx, toSend(story, organization.name));
  });
}

/** The provider's act, on the row as it stands. */
export async function answer<T>(
  cast: Cast,
  { referralId }: Sent,
  at: Date,
  run: (
    ctx: Parameters<Parameters<typeof actAs>[2]>[0],
    on: { referralId: string; version: number },
  ) => Promise<T>,
): Promise<T> {
  return actAs(cast.provider, at, async (ctx) => {
    const { version } = await readReferral(ctx, { referralId });
    return run(ctx, { referralId, version });
  });
}

export async function opened(cast: Cast, story: FamilyStory): Promise<Sent> {
  const referral = await sent(cast, story);
  await answer(cast, referral, hoursAfter(story.sentAt, 1), async () => undefined);
  return referral;
}

export async function questioned(cast: Cast, story: FamilyStory, question: string): Promise<Sent> {
  const referral = await sent(cast, story);
  await answer(cast, referral, hoursAfter(story.sentAt, 2), (ctx, on) => askSender(ctx, { ...on, question }));
  return referral;
}

export async function accepted(cast: Cast, story: FamilyStory): Promise<Sent> {
  const referral = await sent(cast, story);
  await answer(cast, referral, hoursAfter(story.sentAt, 3), acceptReferral);
  return referral;
}

export type Try = {
  at: Date;
  way: "call" | "text" | "letter";
  outcome: "reached" | "no_answer" | "left_message";
};

export async function contacting(cast: Cast, story: FamilyStory, tries: Try[]): Promise<Sent> {
  const referral = await accepted(cast, story);
  for (const { at, way, outcome } of tries) {
    await actAs(cast.provider, at, (ctx) =>
      recordContactAttempt(ctx, { referralId: referral.referralId, way, outcome }),
    );
  }
  return referral;
}

export const reachedAt = (at: Date): Try[] => [{ at, way: "call", outcome: "reached" }];

export async function scheduled(cast: Cast, story: FamilyStory, inDays: number): Promise<Sent> {
  const reached = hoursAfter(story.sentAt, 24);
  const referral = await contacting(cast, story, reachedAt(reached));
  await answer(cast, referral, hoursAfter(reached, 1), (ctx, on) =>
    scheduleReferral(ctx, { ...on, on: cast.time.day(-inDays) }),
  );
  return referral;
}

export async function onHold(cast: Cast, story: FamilyStory, inDays: number): Promise<Sent> {
  const reached = hoursAfter(story.sentAt, 24);
  const referral = await contacting(cast, story, reachedAt(reached));
  await answer(cast, referral, hoursAfter(reached, 1), (ctx, on) =>
    holdReferral(ctx, { ...on, resumeBy: cast.time.day(-inDays) }),
  );
  return referral;
}

export async function waitlisted(cast: Cast, story: FamilyStory): Promise<Sent> {
  const referral = await sent(cast, story);
  await answer(cast, referral, hoursAfter(story.sentAt, 4), (ctx, on) =>
    waitlistReferral(ctx, { ...on, familyAgreed: true }),
  );
  return referral;
}

export type TakingPart = {
  /** Days before now of the attended sessions, the earliest first. */
  attended: number[];
  missed?: number[];
  children?: { firstName: string; lastName: string; birthDate: string }[];
  ended?: { daysAgo: number; outcome: "completed" | "ended_early"; endReason: "goals_met" | "moved" };
};

/** connected: enrolled, and meeting. */
export async function takingPart(cast: Cast, story: FamilyStory, course: TakingPart): Promise<Sent> {
  const { at, day } = cast.time;
  const referral = await contacting(cast, story, reachedAt(hoursAfter(story.sentAt, 24)));
  const first = Math.max(...course.attended, ...(course.missed ?? []));
  const { referralId } = referral;
  const { enrollmentId } = await actAs(cast.provider, at(first + 2, 11), (ctx) =>
    enrollFamily(ctx, { referralId, enrolledOn: day(first + 2), children: course.children ?? [] }),
  );
  const held = [
    ...course.attended.map((days) => ({ days, status: "attended" as const })),
    ...(course.missed ?? []).map((days) => ({ days, status: "no_show" as const })),
  ].sort((a, b) => b.days - a.days);
  for (const { days, status } of held) {
    await actAs(cast.provider, at(days, 19), (ctx) =>
      recordSession(ctx, {
        enrollmentId,
        date: day(days),
        status,
        minutes: 60,
        who: ["caregiver", "child"],
      }),
    );
  }
  const { ended } = course;
  if (!ended) return referral;
  await actAs(cast.provider, at(ended.daysAgo, 10), async (ctx) => {
    const { version } = await ctx.tx.enrollment.findUniqueOrThrow({ where: { id: enrollmentId } });
    const endParty = "family" as const;
    return endEnrollment(ctx, { enrollmentId, version, endedOn: day(ended.daysAgo), endParty, ...ended });
  });
  return referral;
}

/** awaiting_family_yes: the family has not asked; only the minimum is known. */
export function awaitingFamilyYes(cast: Cast, story: FamilyStory): Promise<Sent> {
  const { caregiverName, phone, language, ages, needs, serviceId, sentAt } = story;
  const family = {
    caregiverName,
    phone,
    contactWay: "call" as const,
    messageOk: false,
    language,
    childAgesMonths: ages,
  };
  return actAs(cast.sender, sentAt, (ctx) =>
    sendOutreachReferral(ctx, {
      formKey: randomUUID(),
      serviceId,
      family,
      needCodes: needs,
      basisKey: "community_response",
    }),
  );
}
