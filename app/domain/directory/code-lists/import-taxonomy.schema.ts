import { z } from "zod";
import { isNeedCode } from "../needs/needs";

export const importTaxonomySchema = z.object({
  id: z.uuid(),
  name: z.string().min(1).max(200),
  description: z.string().max(2000),
  uri: z.string().max(500).nullable(),
  version: z.string().max(40).nullable(),
  source: z.string().min(1).max(60),
  /** What its licence asks to be said wherever its terms are shown. */
  attribution: z.string().min(1).max(1000),
  /** Parents before their children. */
  terms: z
    .array(
      z.object({
        id: z.uuid(),
        code: z.string().max(60).nullable(),
        name: z.string().min(1).max(200),
        description: z.string().max(1000),
        parentId: z.uuid().nullable(),
        facet: z.string().max(40),
        needCodes: z.array(z.string().refine(isNeedCode)).max(10),
      }),
    )
    .max(20_000),
});
export type TaxonomyInput = z.output<typeof importTaxonomySchema>;
