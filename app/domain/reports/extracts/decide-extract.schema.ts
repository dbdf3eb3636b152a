import { z } from "zod";

/** What a person decides about an extract, and why: the reason is kept and shown. */
export const decideExtractSchema = z.object({
  id: z.string(),
  reason: z.string().trim().min(1, "reason_needed").max(1000, "reason_long"),
});
export type DecideExtract = z.input<typeof decideExtractSchema>;
