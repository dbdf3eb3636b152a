import { z } from "zod";

/** Whose link to take back, and why; the reason names nobody. */
export const undoLinkSchema = z.object({
  personId: z.uuid("not_found"),
  reason: z.string().trim().min(5, "say_why").max(500, "too_long"),
});
export type UndoLinkInput = z.input<typeof undoLinkSchema>;
