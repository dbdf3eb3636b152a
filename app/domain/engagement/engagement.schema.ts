import { z } from "zod";
import { words } from "../households/family-details.schema";
import { endReasons } from "./end-reasons";

const child = z.object({
  firstName: words(80).nullish(),
  lastName: words(80).nullish(),
  birthDate: z.iso.date().nullish(),
});
export const enrollFamilySchema = z.object({
  referralId: z.uuid(),
  enrolledOn: z.iso.date(),
  /** Only if the family gives them; they are what the agency's records are linked by. */
  children: z.array(child).max(12).default([]),
  plannedSessions: z.coerce.number().int().min(1).max(500).nullish(),
  plannedWeeks: z.coerce.number().int().min(1).max(260).nullish(),
});

const sessionStatuses = [
  "scheduled",
  "attended",
  "no_show",
  "cancelled_by_family",
  "cancelled_by_provider",
  "rescheduled",
] as const;
export const recordSessionSchema = z
  .object({
    enrollmentId: z.uuid(),
    date: z.iso.date(),
    status: z.enum(sessionStatuses),
    late: z.boolean().default(false),
    type: z.enum(["individual", "group"]).default("individual"),
    mode: z.enum(["home", "centre", "phone", "video"]).default("home"),
    minutes: z.coerce.number().int().min(1).max(600).nullish(),
    who: z.array(z.enum(["caregiver", "child"])).default([]),
    /** The session, planned or recorded wrongly, that this one takes the place of. */
    supersedesId: z.uuid().nullish(),
  })
  .refine((session) => session.status === "attended" || !session.late, {
    path: ["late"],
    message: "late_is_attended",
  });

export const correctEnrollmentSchema = z.object({
  enrollmentId: z.uuid(),
  version: z.coerce.number().int().positive(),
  enrolledOn: z.iso.date(),
  /** A child given at the enrolment, by its first name, with the birth date that is right; null when only the day was wrong. */
  child: z
    .object({
      firstName: words(80).pipe(z.string().min(1, "child_name")),
      birthDate: z.iso.date("birth_date"),
    })
    .nullish(),
});

const endOutcomes = ["completed", "ended_early", "never_started", "transferred"] as const;
export const endEnrollmentSchema = z
  .object({
    enrollmentId: z.uuid(),
    version: z.coerce.number().int().positive(),
    outcome: z.enum(endOutcomes),
    endedOn: z.iso.date(),
    endReason: z.enum(endReasons).nullish(),
    endParty: z.enum(["family", "provider", "nobody"]).nullish(),
  })
  .refine((end) => end.outcome !== "ended_early" || (end.endReason && end.endParty), {
    path: ["endReason"],
    message: "required",
  })
  .refine(
    (end) => end.outcome !== "completed" || end.endReason === "goals_met" || end.endReason === "dosage_met",
    {
      path: ["endReason"],
      message: "completed_needs_rule",
    },
  );
export const undoEnrollmentSchema = z.object({ enrollmentId: z.uuid() });
export const readEnrollmentSchema = z.object({ referralId: z.uuid() });
