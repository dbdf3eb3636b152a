import { z } from "zod";
import { byReferralId } from "../states/act-on-referral.schema";

/** How the family told the worker. */
export const toldHow = ["phone", "in_person", "in_writing"] as const;

/** What the family told of comparing its records, and how. */
export const tellRecordLinkageSchema = byReferralId.extend({
  allowed: z.boolean(),
  how: z.enum(toldHow, "choose"),
});
