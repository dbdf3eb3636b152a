import { z } from "zod";
import { familyDetails, words } from "../../households/family-details.schema";
import { consentLanguages } from "../family/consent-words";
import { wordsAsShown } from "./send-referral.schema";

/** A family's own form to be contacted, before it has said yes: how to reach it. */
export const askToBeContacted = z.object({
  /** Made with the form: posting the same form twice sends once. */
  formKey: z.uuid(),
  serviceId: z.uuid(),
  family: familyDetails,
  whatWouldHelp: words(2000).default(""),
});

/** The same with the words that the family said yes to. */
export const sendSelfReferralSchema = askToBeContacted.extend({
  consent: z.object({
    language: z.enum(consentLanguages),
    /** As they stood on the page: refused when they are not the words of what would be sent now. */
    wordsShown: wordsAsShown,
  }),
});
export type SendSelfReferralInput = z.input<typeof sendSelfReferralSchema>;
