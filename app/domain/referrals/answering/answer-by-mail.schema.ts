import { z } from "zod";

const mailAnswers = ["accept", "waitlist", "decline", "ask"] as const;
export type MailAnswer = (typeof mailAnswers)[number];

/** One of the four answers with what it needs, each checked by its own operation; the referral is the link's. */
export const answerByMailSchema = z.object({
  answer: z.enum(mailAnswers, "required"),
  familyAgreed: z.boolean().default(false),
  reasonCode: z.string().default(""),
  reasonText: z.string().nullish(),
  question: z.string().default(""),
});
export type AnswerByMailInput = z.input<typeof answerByMailSchema>;
