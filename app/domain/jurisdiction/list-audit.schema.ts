import { z } from "zod";
import { isIsoDate } from "../kernel/calendar";

export const auditKinds = ["all", "read", "changed"] as const;
/** What an entry speaks of: the noun of its event. */
export const auditNouns = [
  ...["referral", "household", "call", "consent", "enrollment", "session", "contact_attempt", "child"],
  ...["family_link", "family_page", "feedback", "information", "answer_link", "report_secret", "records"],
  ...["persons", "link", "measures", "listing", "organization", "directory", "duplicate", "suggestion"],
  ...[
    "safety_hold",
    "import_conflict",
    "need",
    "situation",
    "term",
    "area",
    "jurisdiction",
    "consent_words",
    "membership",
  ],
  ...["invitation", "password_reset", "second_step", "passkey", "outbox_message", "audit"],
];

const day = z.string().refine(isIsoDate, "date").nullable().default(null).catch(null);

/** What is asked of the audit log. A day that is none, a person or a noun that is unknown ask for nothing. */
export const listAuditSchema = z.object({
  userId: z.uuid().nullable().default(null).catch(null),
  kind: z.enum(auditKinds).default("all").catch("all"),
  noun: z
    .string()
    .nullable()
    .default(null)
    .transform((noun) => auditNouns.find((one) => one === noun) ?? null),
  from: day,
  to: day,
  page: z.number().int().min(1).default(1),
});
export const auditPageSize = 50;
