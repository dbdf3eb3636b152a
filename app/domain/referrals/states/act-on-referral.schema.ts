import { z } from "zod";
import { consentLanguages } from "../family/consent-words";
import { words, zipCode } from "../../households/family-details.schema";
import { attemptOutcomes, attemptWays } from "./attempt-rule";
import { codesOf, familyReasons, providerReasons, senderReasons, unreachableReasons } from "./reasons";
import { consentGiven, needCodes } from "../sending/send-referral.schema";

/** Every act names the referral and the version that was on the screen. */
export const onReferral = z.object({ referralId: z.uuid(), version: z.coerce.number().int().positive() });
export type OnReferral = z.input<typeof onReferral>;

const explanation = words(500).nullish();
const required = (max: number) => words(max).pipe(z.string().min(1, "required"));
const day = z.iso.date();

export const acceptReferralSchema = onReferral;
export const waitlistReferralSchema = onReferral.extend({
  familyAgreed: z.literal(true, "family_must_agree"),
});
export const declineReferralSchema = onReferral
  .extend({ reasonCode: z.enum(codesOf(providerReasons), "required"), reasonText: explanation })
  .refine((input) => input.reasonCode !== "other" || Boolean(input.reasonText), {
    path: ["reasonText"],
    message: "required",
  });
export const askSenderSchema = onReferral.extend({ question: required(1000) });
export const answerQuestionSchema = onReferral.extend({ answer: required(1000) });
export const remindLaterSchema = onReferral.extend({
  inBusinessDays: z.coerce.number().int().min(1).max(10).default(1),
});
export const recordContactAttemptSchema = z.object({
  referralId: z.uuid(),
  way: z.enum(attemptWays),
  outcome: z.enum(attemptOutcomes),
  /** When the try was made; now when absent, never later than now. */
  at: z.coerce.date().nullish(),
});
export const undoContactAttemptSchema = z.object({ referralId: z.uuid(), attemptId: z.uuid() });
export const holdReferralSchema = onReferral.extend({ resumeBy: day });
export const scheduleReferralSchema = onReferral.extend({ on: day });
export const recordFamilyNoSchema = onReferral.extend({
  reasonCode: z.enum(codesOf(familyReasons), "required"),
});
export const recordUnreachableSchema = onReferral.extend({
  reasonCode: z.enum(codesOf(unreachableReasons)).default("no_answer_after_attempts"),
  /** A supervisor may close before the attempt rule is met, saying why. */
  overrideReason: words(300).nullish(),
});
export const withdrawReferralSchema = onReferral.extend({
  reasonCode: z.enum(codesOf(senderReasons), "required"),
  reasonText: explanation,
});
export const recordFamilyYesSchema = onReferral.extend({
  consent: consentGiven,
  postalCode: zipCode,
  /** Whether a message may be left: asked anew with the yes. */
  messageOk: z.boolean(),
  /** Absent: as they were chosen when the family was reached out to. */
  needCodes: needCodes.unwrap().optional(),
  whatWouldHelp: words(2000).default(""),
});
export const familyAcceptsSchema = onReferral.extend({
  language: z.enum(consentLanguages),
  /** As they stood on the page, to the letter. */
  wordsShown: z.string().max(4000),
});
export const rerouteReferralSchema = onReferral.extend({
  serviceId: z.uuid(),
  calledAhead: z.boolean().default(false),
});
export const reasonedSchema = onReferral.extend({ reason: required(300) });
export const reassignReferralSchema = onReferral.extend({ toUserId: z.uuid() });
export const giveFeedbackSchema = z.object({
  referralId: z.uuid(),
  helped: z.enum(["yes", "partly", "no"]),
  saysServed: z.boolean().nullish(),
});
export const byReferralId = z.object({ referralId: z.uuid() });
