import { z } from "zod";
import { computeSchema } from "./compute-schema";

/** A text in each language of the portal. */
export const wordsSchema = z.object({ en: z.string().min(1), es: z.string().min(1) });
export type Words = z.infer<typeof wordsSchema>;

/** What a measure lacks. Named in manager.json `element`. */
const elementCodes = [
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
  "practice_ratings",
  "records",
  "data_quality",
] as const;
export type ElementCode = (typeof elementCodes)[number];

/** The range printed with a value: measures.md 6.1. `none` for counts, medians and sums. */
const intervalKinds = ["wilson", "poisson", "log", "log_log", "none"] as const;
export type IntervalKind = (typeof intervalKinds)[number];

const variantSchema = z.object({
  id: z.string().regex(/^[A-Z0-9_]+$/),
  /** What it does otherwise than the portal's own definition. */
  says: z.string().min(1),
  compute: computeSchema,
});

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
    interval: z.enum(intervalKinds),
    /** Where implementations legitimately differ (measures.md 3.2): declared, never silent. */
    variants: z.array(variantSchema),
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
