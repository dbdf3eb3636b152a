import { z } from "zod";

/** A text in each language of the portal. */
export const wordsSchema = z.object({ en: z.string().min(1), es: z.string().min(1) });
export type Words = z.infer<typeof wordsSchema>;

/** What a measure lacks. `engine`: the data are here, the portal does not compute it yet. Named in manager.json `element`. */
const elementCodes = [
  "engine",
  "population",
  "placements",
  "siblings",
  "contacts",
  "cases",
  "services_cost",
  "prevention_plan",
  "tool_scores",
  "health_exams",
  "education",
  "youth_exit_survey",
  "tribal_placement",
  "spending",
  "feedback",
  "search_log",
  "perpetrator",
] as const;
export type ElementCode = (typeof elementCodes)[number];

const outcomeEvents = ["report", "investigation", "substantiation", "removal"] as const;
export type OutcomeEvent = (typeof outcomeEvents)[number];

/**
 * How the engine computes a measure. `later_event`: each child's first referral sent in the period is the index, and an
 * event from day 1 within n months (completed months < n) counts. `referral_event`: of referrals (or families) sent in the
 * period, those with the event on day 0 to `days`; without days it is a count.
 */
const computeSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("later_event"),
    event: z.enum(outcomeEvents),
    months: z.number().int().positive(),
    excludeInCareAtIndex: z.boolean(),
    excludeSameIncident: z.boolean(),
  }),
  z.object({
    kind: z.literal("referral_event"),
    event: z.enum(["sent", "enrolled"]),
    days: z.number().int().nonnegative().nullable(),
  }),
]);
export type Compute = z.infer<typeof computeSchema>;

export const measureSpecSchema = z
  .object({
    id: z.string().regex(/^[A-Z0-9][A-Z0-9-]+$/),
    version: z.string().regex(/^\d{4}\.\d+$/),
    status: z.enum(["tracked", "defined_not_tracked", "retired"]),
    title: wordsSchema,
    plain: wordsSchema,
    unit: z.enum([
      "child",
      "referral",
      "family",
      "caregiver",
      "youth",
      "enrolment",
      "episode",
      "child_day",
      "child_month",
      "service",
      "dollar",
      "session",
    ]),
    direction: z.enum(["up", "down", "context"]),
    scale: z.number().positive(),
    /** Agency words for where the definition comes from (measures.md tags). */
    provenance: z.string().min(1),
    /** Days an event may still be on its way into the agency's files, per source (measures.md 6.3). */
    reportingLagDays: z.number().int().nonnegative(),
    compute: computeSchema.nullable(),
    missing: z.array(z.enum(elementCodes)),
  })
  .refine(
    (spec) => (spec.status === "tracked") === (spec.compute !== null),
    "a tracked measure is computed, another is not",
  )
  .refine(
    (spec) => (spec.status === "tracked") === (spec.missing.length === 0),
    "a measure that is not tracked names what is missing",
  );

export type MeasureSpec = z.infer<typeof measureSpecSchema>;
