import { z } from "zod";

/** Every rule that two rows are held against, told whether it held or not. There is no score behind them. */
const duplicateRules = [
  "name_alike",
  "same_tax_id",
  "same_website",
  "same_phone",
  "same_place",
  "same_organization",
] as const;

/** `finding`: how alike the names are in percent, the host, the number. Never an address: a place may be hidden. */
export const evidenceSchema = z.array(
  z.object({ rule: z.enum(duplicateRules), held: z.boolean(), finding: z.string().nullable() }),
);
export type DuplicateEvidence = z.infer<typeof evidenceSchema>;

export const duplicateEntities = ["organization", "service"] as const;
export type DuplicateEntity = (typeof duplicateEntities)[number];
