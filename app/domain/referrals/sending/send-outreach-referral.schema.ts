import { z } from "zod";
import { outreachMinimum, words } from "../../households/family-details.schema";
import { needCodes } from "./send-referral.schema";

/** The minimum set alone: no ZIP, no words, no consent, nothing of a report. Unknown keys are refused. */
export const sendOutreachReferralSchema = z
  .object({
    formKey: z.uuid(),
    callId: z.uuid().nullish(),
    serviceId: z.uuid(),
    family: outreachMinimum,
    needCodes,
    /** Key of one of the jurisdiction's disclosure bases. */
    basisKey: z.string().min(1, "required"),
    /** Said by staff of a listing that nobody checked for 270 days. */
    calledAhead: z.boolean().default(false),
    urgent: z.boolean().default(false),
    /** Why a second open referral of a family with this name and number to this program is right. */
    duplicateReason: words(300).nullish(),
  })
  .strict();
export type SendOutreachReferralInput = z.input<typeof sendOutreachReferralSchema>;
