import { type InboxStage, inboxStages } from "~/domain/referrals/states/referral-status";

/** The stage that an address names; undefined for none or a word that is no stage. */
export const stageAsked = (url: URL): InboxStage | undefined =>
  inboxStages.find((stage) => stage === url.searchParams.get("stage"));
