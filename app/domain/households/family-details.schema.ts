import { z } from "zod";
import { cleanText } from "../kernel/clean-text";
import { isDialable } from "./phone-key";

/** Text that a person typed: cleaned, trimmed, no longer than `max`. */
export const words = (max: number) =>
  z
    .string()
    .transform((text) => cleanText(text).trim())
    .pipe(z.string().max(max, "too_long"));
const optionalWords = (max: number) =>
  words(max)
    .nullish()
    .transform((text) => text || null);

/** Five digits, or nine. */
export const zipCode = optionalWords(10).refine(
  (zip) => zip === null || /^\d{5}(\p{Pd}?\d{4})?$/u.test(zip),
  "zip",
);

export const contactWays = ["call", "text", "will_call", "email"] as const;
export type ContactWay = (typeof contactWays)[number];

/** Months; negative before birth. */
const childAgesMonths = z.array(z.coerce.number().int().min(-9).max(263)).max(12).default([]);

const contact = z.object({
  caregiverName: words(80).pipe(z.string().min(1, "required")),
  phone: optionalWords(40).refine((phone) => phone === null || isDialable(phone), "phone"),
  email: optionalWords(254).pipe(z.email("email").nullable()),
  contactWay: z.enum(contactWays),
  messageOk: z.boolean().default(false),
  bestTimes: optionalWords(120),
  language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "language"),
  interpreter: z.boolean().default(false),
  childAgesMonths,
});

/** There must be a way to reach the family: the one it chose, or its own call. */
export const safeContact = (family: { contactWay: ContactWay; phone: string | null; email: string | null }) =>
  family.contactWay === "will_call" ||
  (family.contactWay === "email" ? family.email !== null : family.phone !== null);

/** What a family gives for a referral it agrees to. */
export const familyDetails = contact
  .extend({ postalCode: zipCode })
  .refine(safeContact, { path: ["phone"], message: "safe_contact" });

/** The outreach minimum: caregiver name, safe contact, language, children's ages. Anything more is refused. */
export const outreachMinimum = contact
  .omit({ bestTimes: true })
  .strict()
  .refine(safeContact, { path: ["phone"], message: "safe_contact" });
export type OutreachMinimum = z.output<typeof outreachMinimum>;
