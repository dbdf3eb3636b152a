import { z } from "zod";
import { asColumn } from "../kernel/calendar";

const words = (max: number) =>
  z
    .string()
    .max(max * 4, "too_long")
    .transform((text) => text.replace(/\p{Cc}(?<!\n)/gu, "").trim())
    .pipe(z.string().max(max, "too_long"));
const emptyDate = z
  .union([z.literal("").transform(() => null), z.iso.date("date")])
  .nullable()
  .transform((text) => (text ? asColumn(text) : null));
const optionalDate = emptyDate.default(null);
const date = z.string().min(1, "required").pipe(z.iso.date("date")).transform(asColumn);

/** What the agency records of an agreement with an organization. */
const agreementFields = {
  agreementReference: words(200).pipe(z.string().min(1, "required")),
  agreementSignedOn: optionalDate,
  contractNumber: words(100)
    .default("")
    .transform((text) => text || null),
  vettedUntil: date,
  /** Left as they are where a form does not ask. */
  insuranceUntil: emptyDate.optional(),
  clearancesCheckedOn: emptyDate.optional(),
};

export const acceptClaimSchema = z.object({
  claimId: z.string(),
  version: z.coerce.number().int(),
  ...agreementFields,
  /** Somebody called the number that was listed before, not the one in the claim. */
  calledListedNumber: z.string().pipe(z.literal("on", "required")),
});
export const refuseClaimSchema = z.object({
  claimId: z.string(),
  version: z.coerce.number().int(),
  reason: words(600).pipe(z.string().min(1, "required")),
});
export const claimKeySchema = z.object({ claimId: z.string(), version: z.coerce.number().int() });

export const recordAgreementSchema = z.object({
  id: z.string(),
  version: z.coerce.number().int(),
  ...agreementFields,
});
export const suspendOrganizationSchema = z.object({
  id: z.string(),
  version: z.coerce.number().int(),
  reason: words(600).pipe(z.string().min(1, "required")),
});
export const organizationKeySchema = z.object({ id: z.string(), version: z.coerce.number().int() });

/** What makes an organization's answers its own alone (domain.md 5). */
export const sealingFlags = ["victimServiceProvider", "part2Program"] as const;
export type SealingFlag = (typeof sealingFlags)[number];

export const sealOrganizationSchema = organizationKeySchema.extend({ flag: z.enum(sealingFlags) });
export const unsealOrganizationSchema = sealOrganizationSchema.extend({
  reason: words(600).pipe(z.string().min(1, "required")),
});
