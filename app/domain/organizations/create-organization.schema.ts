import { z } from "zod";

export const createOrganizationSchema = z.object({
  id: z.uuid().optional(),
  name: z.string().trim().min(1).max(200),
  description: z.string().trim().max(4000).default(""),
  email: z.email().nullable().default(null),
  website: z
    .url({ protocol: /^https?$/ })
    .nullable()
    .default(null),
  victimServiceProvider: z.boolean().default(false),
  part2Program: z.boolean().default(false),
});
