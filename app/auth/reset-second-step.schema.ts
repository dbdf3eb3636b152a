import { z } from "zod";

export const resetReasonLength = 300;

export const resetSecondStepSchema = z.object({
  membership: z.string(),
  reason: z.string().trim().min(1, "reason_needed").max(resetReasonLength, "reason_long"),
});
