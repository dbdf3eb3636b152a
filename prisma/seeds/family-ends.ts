import {
  declineReferral,
  readReferral,
  recordFamilyNo,
  recordUnreachable,
  withdrawReferral,
} from "~/domain/referrals/index.server";
import { type Cast, type Sent, answer, contacting, reachedAt, sent } from "./family-states";
import type { FamilyStory } from "./family-teller";
import { actAs } from "./story-steps";
import { hoursAfter, type LocalHour } from "./story-time";

export async function declinedByProvider(cast: Cast, story: FamilyStory, reasonCode: string): Promise<Sent> {
  const referral = await sent(cast, story);
  await answer(cast, referral, hoursAfter(story.sentAt, 5), (ctx, on) =>
    declineReferral(ctx, { ...on, reasonCode }),
  );
  return referral;
}

export async function declinedByFamily(cast: Cast, story: FamilyStory, reasonCode: string): Promise<Sent> {
  const reached = hoursAfter(story.sentAt, 27);
  const referral = await contacting(cast, story, reachedAt(reached));
  await answer(cast, referral, hoursAfter(reached, 1), (ctx, on) =>
    recordFamilyNo(ctx, { ...on, reasonCode }),
  );
  return referral;
}

/** unreachable: eight days of tries, by day and by evening, by phone and by text. */
export async function unreachable(cast: Cast, story: FamilyStory, firstTryDaysAgo: number): Promise<Sent> {
  const on = (day: number, hour: LocalHour) => cast.time.at(firstTryDaysAgo - day, hour);
  const referral = await contacting(cast, story, [
    { at: on(0, 10.25), way: "call", outcome: "no_answer" },
    { at: on(2, 18.5), way: "text", outcome: "left_message" },
    { at: on(5, 14), way: "call", outcome: "no_answer" },
    { at: on(8, 11), way: "call", outcome: "no_answer" },
  ]);
  await answer(cast, referral, on(8, 12), recordUnreachable);
  return referral;
}

export async function withdrawn(cast: Cast, story: FamilyStory): Promise<Sent> {
  const referral = await sent(cast, story);
  await actAs(cast.sender, hoursAfter(story.sentAt, 6), async (ctx) => {
    const { version } = await readReferral(ctx, referral);
    return withdrawReferral(ctx, {
      ...referral,
      referralId: referral.referralId,
      version,
      reasonCode: "needs_changed",
    });
  });
  return referral;
}
