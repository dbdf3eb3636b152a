import type { ReferralStatus } from "../../app/domain/referrals/states/referral-status";
import type { ReferralTarget } from "./arrange-referrals";
import type { Reach, Who } from "./authorization-matrix";

type May = Partial<Record<Who, Reach>>;

export const provider: May = { provider_worker: "own", provider_manager: "own" };
/** Who may answer: also whoever holds the link of the referral's notice. */
export const answerer: May = { ...provider, mail_link: "own" };
export const sender: May = {
  hotline_screener: "own",
  community_navigator: "own",
  intake_supervisor: "jurisdiction",
};
export const supervisor: May = { intake_supervisor: "jurisdiction" };
export const family: May = { family: "own" };

export const on = (target: ReferralTarget, status: ReferralStatus) => ({
  referralId: target.ids[status] ?? "",
  version: 1,
});
export const caregiver = {
  caregiverName: "Marisol",
  phone: "4105550142",
  contactWay: "call" as const,
  language: "es",
};
const words = { language: "es", textVersion: "test", wordsShown: "¿Está bien?" };
export const consent = {
  method: "verbal" as const,
  ...words,
  dataClasses: ["name" as const, "phone" as const, "language" as const, "needs" as const],
};
export const attempts = (referralId: string) => ({
  referralId,
  way: "call" as const,
  outcome: "no_answer" as const,
});
