import { z } from "zod";

export const createOrganizationSchema = z.object({
  id: z.uuid().optional(),
  name: z.string().trim().min(1, "required").max(200, "too_long"),
  description: z.string().trim().max(4000).default(""),
  email: z.email("email").nullable().default(null),
  website: z
    .url({ protocol: /^https?$/ })
    .nullable()
    .default(null),
  victimServiceProvider: z.boolean().default(false),
  part2Program: z.boolean().default(false),
});
