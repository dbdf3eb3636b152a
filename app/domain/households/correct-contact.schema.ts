import { z } from "zod";
import { isDialable } from "./phone-key";
import { contactWays, safeContact, words } from "./family-details.schema";

const optional = (max: number) =>
  words(max)
    .nullish()
    .transform((text) => text || null);

export const correctContactSchema = z
  .object({
    version: z.coerce.number().int().positive(),
    phone: optional(40).refine((phone) => phone === null || isDialable(phone), "phone"),
    email: optional(254).pipe(z.email("email").nullable()),
    contactWay: z.enum(contactWays),
    messageOk: z.boolean().default(false),
    bestTimes: optional(120),
  })
  .refine(safeContact, { path: ["phone"], message: "safe_contact" });
export const createFamilyLinkSchema = z.object({ householdId: z.uuid(), referralId: z.uuid().nullish() });
