import { z } from "zod";

export const createListingSchema = z.object({
  /** A fixed id, for seeds; only the system may choose one. */
  id: z.uuid().optional(),
  name: z.string().trim().min(1, "required").max(120, "too_long"),
  /** Whose listing; a provider's own organization unless staff or the system say another. */
  organizationId: z.uuid().optional(),
});
