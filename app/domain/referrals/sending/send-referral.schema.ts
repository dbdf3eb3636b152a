import { z } from "zod";
import { familyDetails, words } from "../../households/family-details.schema";
import { dataClasses } from "./referral-snapshot";

export const needCodes = z
  .array(z.string().regex(/^[a-z0-9_-]{1,60}$/))
  .max(12)
  .default([]);
const id = z.uuid();

/** Words that were read are kept sign by sign. */
export const wordsAsShown = z.string().min(1, "required").max(4000);

/** The family's yes, as it was asked: the words that were read, in their language and version. */
export const consentGiven = z.object({
  method: z.enum(["verbal", "written", "e_sign"]),
  language: z.string().min(2).max(20),
  textVersion: z.string().min(1).max(40),
  wordsShown: wordsAsShown,
  dataClasses: z.array(z.enum(dataClasses)).min(1),
  throughInterpreter: z.boolean().default(false),
});
export type ConsentGiven = z.output<typeof consentGiven>;

export const sendReferralSchema = z.object({
  /** Made with the form: posting the same form twice sends once. */
  formKey: id,
  callId: id.nullish(),
  serviceId: id,
  /** A family already known on this call; absent makes a new one. */
  householdId: id.nullish(),
  family: familyDetails,
  needCodes,
  whatWouldHelp: words(2000).default(""),
  urgent: z.boolean().default(false),
  consent: consentGiven,
  /** Needed when the listing is stale (270 days unchecked). */
  calledAhead: z.boolean().default(false),
  /** Why a second open referral of this family to this program is right. */
  duplicateReason: words(300).nullish(),
  /** The closed referral that this one re-routes. */
  replacesId: id.nullish(),
});
export type SendReferralInput = z.input<typeof sendReferralSchema>;
