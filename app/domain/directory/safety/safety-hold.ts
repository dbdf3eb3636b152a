import { z } from "zod";
import { evidenceRules } from "./victim-evidence";

/** Why a held place shows its town alone; so it is known when it is let go. */
export const heldReason = "perhaps a victim service";

export const heldListings = z.array(
  z.object({
    serviceId: z.string(),
    name: z.string(),
    reasons: z.array(z.object({ rule: z.enum(evidenceRules), words: z.string() })),
  }),
);
export type HeldListing = z.infer<typeof heldListings>[number];

export interface SafetyHoldView {
  id: string;
  organizationId: string;
  organizationName: string;
  source: string;
  /** Sources of its other entries of the same name that are decided with it. */
  alike: string[];
  foundAt: Date;
  /** open, is, is_not. */
  status: string;
  decidedAt: Date | null;
  places: number;
  listings: HeldListing[];
}
