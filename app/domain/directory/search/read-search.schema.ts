import { z } from "zod";

export const readSearchSchema = z.object({
  line: z.string().max(2000),
  /** The reader's, in which a place is named where it has a name in it. */
  language: z.string().max(12).default("en"),
});

export const takeChipSchema = readSearchSchema.extend({ chip: z.string().max(120) });
