import { z } from "zod";

/** Why an answer that keeps two records apart is taken back, in a word. */
export const reopenReasons = ["new_information", "second_look", "wrong_key"] as const;

/** Which answer to take back, by its event, and why. */
export const reopenPairSchema = z.object({
  eventId: z.uuid("not_found"),
  reason: z.enum(reopenReasons, "choose"),
});
export type ReopenPairInput = z.input<typeof reopenPairSchema>;
