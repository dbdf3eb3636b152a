import { z } from "zod";
import { inboxStages } from "../states/referral-status";

export const listInboxSchema = z.object({ stage: z.enum(inboxStages).default("new") });
export const listFollowUpsSchema = z.object({
  scope: z.enum(["mine", "team"]).default("mine"),
  late: z.boolean().default(false),
  page: z.number().int().min(1).max(100_000).default(1),
});
export const listCallReferralsSchema = z.object({ callId: z.uuid() });

export const sentShows = ["all", "open", "taking-part", "ended", "sealed"] as const;
export type SentShow = (typeof sentShows)[number];
export const listSentSchema = z.object({
  show: z.enum(sentShows).default("all"),
  page: z.number().int().min(1).max(100_000).default(1),
});
