import { z } from "zod";
import { versionKey } from "./change-facts.schema";
import { ruleNumbers } from "./rule-numbers";

const whole = (min: number, max: number) =>
  z
    .string()
    .trim()
    .regex(/^\d{1,4}$/, "whole_number")
    .transform(Number)
    .pipe(z.number().min(min, "bounds").max(max, "bounds"));

const numbers = z.object(
  Object.fromEntries(ruleNumbers.map(({ name, min, max }) => [name, whole(min, max)])),
);

/** [what must not be more, than what, what is said then] */
const order = [
  ["answerUrgent", "answerStandard", "urgent_longer"],
  ["outreachUrgent", "outreachStandard", "urgent_longer"],
  ["firstAttemptUrgent", "firstAttemptStandard", "urgent_longer"],
  ["ways", "tries", "more_than_tries"],
  ["timesOfDay", "tries", "more_than_tries"],
] as const;

export const changeRulesSchema = z.object({
  ...versionKey,
  numbers: numbers.superRefine((typed, ctx) => {
    for (const [less, more, message] of order)
      if ((typed[less] ?? 0) > (typed[more] ?? 0)) ctx.addIssue({ code: "custom", path: [less], message });
  }),
  reviewNewListings: z.boolean(),
});
