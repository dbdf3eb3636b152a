import { z } from "zod";

/**
 * The closed set of primitives that measures are made of (measures.md 9.2): a cohort, named by `kind`, and what is asked of
 * it. Almost every difference between published definitions is a parameter here, so that it can be read and declared.
 * app/analysis/cohorts has one reviewed SQL select a kind.
 */
const outcomeEvents = ["report", "investigation", "substantiation", "removal"] as const;
export type OutcomeEvent = (typeof outcomeEvents)[number];

const exitReasons = ["reunification", "living_with_other_relative", "guardianship", "adoption"] as const;
const reasons = z.array(z.enum(exitReasons)).min(1);
const months = z.number().int().positive();
const days = z.number().int().nonnegative();

/** Both ends counted: by completed months (C2) or by days (C3), from day `from` after the anchor. */
const window = z.object({ from: days, n: days, unit: z.enum(["month", "day"]) });

/** Trial home visit before a reunification (P1): what exceeds 30 days is taken off, or the state's own form of the rule. */
const trialVisit = z.enum(["over_30_days", "from_30_days_begun_within_11_months"]);

const careSchemas = [
  /** Entries to care in the period: each child's first, or every one. */
  z.object({
    kind: z.literal("entries"),
    skipShort: z.boolean(),
    outcome: z.discriminatedUnion("kind", [
      z.object({ kind: z.literal("permanent_exit"), reasons, months, trialVisit }),
      z.object({ kind: z.literal("setting"), which: z.enum(["first", "most_days"]) }),
      z.object({ kind: z.literal("short_stay") }),
    ]),
  }),
  /** Each child's first exit of the period for one of the reasons, and the next entry. */
  z.object({ kind: z.literal("exits"), reasons, months }),
  /** In care on the period's first day for so many completed months. */
  z.object({
    kind: z.literal("in_care_on_day"),
    fromMonths: days,
    toMonths: days.nullable(),
    reasons,
    months,
  }),
  /** In care on the period's last day, and where. */
  z.object({
    kind: z.literal("point_in_time"),
    state: z.enum([
      "congregate",
      "kin_of_family",
      "kin_count",
      "setting",
      "siblings_all",
      "siblings_some",
      "sibling_groups",
    ]),
  }),
  /** Days in care, and what happened on them: victim reports, or moves of children who entered in the period. */
  z.object({ kind: z.literal("care_days"), events: z.enum(["victim_report", "placement_move"]) }),
  /** Months that a child was in care, or at home with an open case, from first to last day; visits in them. */
  z.object({ kind: z.literal("person_months"), place: z.enum(["care", "home"]) }),
] as const;

const reportSchemas = [
  /** Each child's first report of the kind in the period, and another one within the window. */
  z.object({
    kind: z.literal("first_event"),
    /** `inconclusive`: confirmed or unsubstantiated, as California's "inconclusive or substantiated". */
    index: z.enum(["victim", "substantiated", "inconclusive"]),
    firstEver: z.boolean(),
    /** Only the first months of the period; null for all of it. */
    cohortMonths: months.nullable(),
    window,
    /** Days are counted from the child's initial report, or (Round 3) from the report before. */
    anchor: z.enum(["initial", "previous"]),
    skipSameIncident: z.boolean(),
    skipFatal: z.boolean(),
    /** Only children who were not in care on the day, nor removed within the window. */
    notRemoved: z.boolean(),
  }),
  /** Children with at least one such thing in the period (or on its last day), of all children of the population. */
  z.object({ kind: z.literal("children_with"), event: z.enum(["allegation", "victim", "entry", "in_care"]) }),
  /** The rates of the groups of a stratum against one of them. */
  z.object({
    kind: z.literal("disparity"),
    event: z.enum(["entry"]),
    by: z.enum(["race"]),
    reference: z.string(),
  }),
  /** Reports that ask for a response, and the contact in person within 24 hours or 10 days. */
  z.object({ kind: z.literal("responses"), completedOnly: z.boolean() }),
] as const;

const preventionSchemas = [
  z.object({ kind: z.literal("prevention_plans"), outcome: z.enum(["no_entry", "in_care"]), months }),
  z.object({ kind: z.literal("services"), outcome: z.enum(["duration", "spending"]) }),
] as const;

const portalSchemas = [
  /** Each child's first referral of the period is the index; an event from day 1 within n months counts. */
  z.object({
    kind: z.literal("later_event"),
    event: z.enum(outcomeEvents),
    months,
    excludeInCareAtIndex: z.boolean(),
    excludeSameIncident: z.boolean(),
  }),
  /** The same children followed as long as is known, up to so many months: each of the four events over time. */
  z.object({ kind: z.literal("later_event_times"), months }),
  /** Of referrals (or families) sent in the period, those with the event on day 0 to `days`; without days a count or a state. */
  z.object({
    kind: z.literal("referral_event"),
    event: z.enum(["sent", "accepted", "attempted", "contacted", "enrolled"]),
    days: days.nullable(),
    /** Days that must have passed since a referral was sent, where the event itself has no day. */
    observedDays: days,
    families: z.boolean(),
  }),
  z.object({ kind: z.literal("referral_reasons") }),
  z.object({ kind: z.literal("referral_wait") }),
  z.object({ kind: z.literal("enrollments"), outcome: z.enum(["engaged", "dosage", "completed"]), days }),
] as const;

/** How the engine computes a measure. */
export const computeSchema = z.discriminatedUnion("kind", [
  ...careSchemas,
  ...reportSchemas,
  ...preventionSchemas,
  ...portalSchemas,
]);
export type Compute = z.infer<typeof computeSchema>;
export type ComputeKind = Compute["kind"];
/** One primitive with its parameters. */
export type ComputeOf<K extends ComputeKind> = Extract<Compute, { kind: K }>;
