import { z } from "zod";
import { answers, reasonCodes } from "./settle-readings";

/** A reader's answer to the pair as it was shown, with why. */
export const decidePairSchema = z
  .object({
    candidateId: z.uuid("not_found"),
    answer: z.enum(answers, "choose"),
    reasonCode: z.string("choose"),
    personHash: z.string(),
    childHash: z.string(),
  })
  .refine(({ answer, reasonCode }) => reasonCodes[answer].includes(reasonCode), {
    path: ["reasonCode"],
    message: "choose",
  });
export type DecidePairInput = z.input<typeof decidePairSchema>;
