import { z } from "zod";

/** The reason is kept in the read log, so it says why and names nobody. */
export const readReportSecretSchema = z.object({
  reportId: z.string().trim().min(1, "required").max(200, "too_long"),
  reason: z.string().trim().min(10, "say_why").max(500, "too_long"),
});
export type ReadReportSecretInput = z.input<typeof readReportSecretSchema>;
