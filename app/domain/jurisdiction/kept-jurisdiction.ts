import { z } from "zod";

/** What an administrator may change of a jurisdiction, whole, as a version keeps it. `settings` as they are stored. */
export const keptJurisdiction = z.object({
  name: z.string(),
  title: z.string(),
  timeZone: z.string(),
  supportPhone: z.string().nullable(),
  textPhone: z.string().nullable(),
  crisisPhone: z.string().nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  settings: z.record(z.string(), z.unknown()),
});
export type KeptJurisdiction = z.infer<typeof keptJurisdiction>;

/** What `npm start -- --empty` calls the jurisdiction that it makes. */
export const nameOfEmpty = "Default";
