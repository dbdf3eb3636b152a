import { z } from "zod";

/** Why a link is taken back, in a word. */
export const undoReasons = ["other_child", "twin_or_sibling", "records_changed", "wrong_key"] as const;

/** Whose link to take back, and why. */
export const undoLinkSchema = z.object({
  personId: z.uuid("not_found"),
  reason: z.enum(undoReasons, "choose"),
});
export type UndoLinkInput = z.input<typeof undoLinkSchema>;
