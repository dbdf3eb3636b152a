import { z } from "zod";

/** Told or handed over: the program's details for the family to call, or a transfer with the family on the line. */
export const giveDetailsOnlySchema = z.object({
  serviceId: z.uuid(),
  callId: z.uuid().nullish(),
  kind: z.enum(["details", "warm"]).default("details"),
});
