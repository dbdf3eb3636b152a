import { z } from "zod";

const line = (max: number) =>
  z
    .string()
    .max(max * 4, "too_long")
    .default("")
    .transform((text) => text.replace(/\p{Cc}/gu, " ").trim())
    .pipe(z.string().max(max, "too_long"));
const needed = (max: number) => line(max).pipe(z.string().min(1, "required"));
const email = line(254)
  .transform((text) => text.toLowerCase())
  .pipe(z.string().min(1, "required").pipe(z.email("email")));

/** Two people who work there, so that the organization can be reached when one is away. No family's data. */
export const askClaimSchema = z
  .object({
    /** A published listing's address word, or the organization's id. */
    key: z.string().max(120),
    name: needed(100),
    title: needed(100),
    email,
    phone: needed(40).pipe(z.string().regex(/^[+\d(][\d\s().\-x]{6,30}$/, "phone")),
    secondName: needed(100),
    secondTitle: needed(100),
    secondEmail: email,
    words: z
      .string()
      .max(8000, "too_long")
      .default("")
      .transform((text) => text.replace(/\p{Cc}(?<!\n)/gu, "").trim())
      .pipe(z.string().max(1500, "too_long")),
    language: z.enum(["en", "es"]).default("en"),
  })
  .refine((claim) => claim.email !== claim.secondEmail, { path: ["secondEmail"], message: "same_person" });
