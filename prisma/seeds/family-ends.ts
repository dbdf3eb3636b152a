import {
  declineReferral,
  readReferral,
  recordFamilyNo,
  recordUnreachable,
  withdrawReferral,
} from "~/domain/referrals/index.server";
import {
  type Cast,
  type FamilyStory,
  type Sent,
  type Try,
  answer,
  contacting,
  reachedBy,
  sent,
} from "./family-states";
import { actAs } from "./story-steps";

export async function declinedByProvider(cast: Cast, story: FamilyStory, reasonCode: string): Promise<Sent> {
  const referral = await sent(cast, story);
  await answer(cast, referral, story.sentHoursAgo - 5, (ctx, on) =>
    declineReferral(ctx, { ...on, reasonCode }),
  );
  return referral;
}

export async function declinedByFamily(cast: Cast, story: FamilyStory, reasonCode: string): Promise<Sent> {
  const after = story.sentHoursAgo - 30;
  const referral = await contacting(cast, story, reachedBy(after));
  await answer(cast, referral, after - 1, (ctx, on) => recordFamilyNo(ctx, { ...on, reasonCode }));
  return referral;
}

/** unreachable: nine days of tries, by day and by evening, by phone and by text. */
export async function unreachable(cast: Cast, story: FamilyStory): Promise<Sent> {
  const start = story.sentHoursAgo - 20;
  const tries: Try[] = [
    { hoursAgo: start, way: "call", outcome: "no_answer" },
    { hoursAgo: start - 55, way: "text", outcome: "left_message" },
    { hoursAgo: start - 130, way: "call", outcome: "no_answer" },
    { hoursAgo: start - 199, way: "call", outcome: "no_answer" },
  ];
  const referral = await contacting(cast, story, tries);
  await answer(cast, referral, start - 200, recordUnreachable);
  return referral;
}

export async function withdrawn(cast: Cast, story: FamilyStory): Promise<Sent> {
  const referral = await sent(cast, story);
  await actAs(cast.sender, story.sentHoursAgo - 6, async (ctx) => {
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
