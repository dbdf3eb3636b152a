import { z } from "zod";
import { inboxStages } from "./referral-status";

export const listInboxSchema = z.object({ stage: z.enum(inboxStages).default("new") });
export const listFollowUpsSchema = z.object({ scope: z.enum(["mine", "team"]).default("mine") });
export const listCallReferralsSchema = z.object({ callId: z.uuid() });
