import { z } from "zod";
import { roles } from "~/domain/kernel/actor";
import { needsOrganization } from "./invitable-roles";

export const invitedEmail = z
  .string({ error: "email_needed" })
  .trim()
  .toLowerCase()
  .min(1, "email_needed")
  .max(254, "email_wrong")
  .pipe(z.email("email_wrong"));

export const invitePersonSchema = z
  .object({
    email: invitedEmail,
    role: z.enum(roles, { error: "role_needed" }),
    organizationId: z.preprocess((value) => value || null, z.guid("organization_needed").nullable()),
    locale: z.preprocess((value) => value || "en", z.enum(["en", "es"])),
  })
  .superRefine((input, check) => {
    if (needsOrganization(input.role) && !input.organizationId)
      check.addIssue({ code: "custom", path: ["organizationId"], message: "organization_needed" });
  })
  .transform((input) => (needsOrganization(input.role) ? input : { ...input, organizationId: null }));
