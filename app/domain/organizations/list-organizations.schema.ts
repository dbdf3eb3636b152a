import { z } from "zod";

export const organizationsPageSize = 25;
export const organizationSorts = ["name", "vetted", "people", "listings"] as const;
/** waiting: a claim to look at, a vetting that ends within 60 days or has ended, or fewer than two people in an active one. */
export const organizationFilters = ["all", "waiting", "active", "unclaimed", "suspended", "merged"] as const;

export const listOrganizationsSchema = z.object({
  search: z
    .string()
    .max(200)
    .default("")
    .transform((text) => text.replaceAll("\0", "").trim()),
  filter: z.enum(organizationFilters).default("all"),
  sort: z.enum(organizationSorts).default("name"),
  descending: z.boolean().default(false),
  page: z.number().int().min(1).max(100_000).default(1),
});
