import { z } from "zod";
import { quarterPattern } from "./quarters";

const note = z.string().trim().max(4_000).default("");

export const freezeReportSchema = z.object({
  quarter: z
    .string()
    .trim()
    .regex(quarterPattern)
    .transform((typed) => typed.replace(" ", "")),
  noteEn: note,
  noteEs: note,
  /** Needed where the quarter has a report already. */
  reason: z.string().trim().max(500).default(""),
});
export type FreezeReportInput = z.input<typeof freezeReportSchema>;
