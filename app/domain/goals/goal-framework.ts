import { z } from "zod";
import { findMeasureSpec } from "~/domain/measures/measure-registry";
import { wordsSchema } from "~/domain/measures/measure-spec";

const measureId = z.string().refine((id) => findMeasureSpec(id) !== undefined, "no such measure");

/** A result that the source itself printed, with its own years. Never a target of this portal, and never recomputed. */
const publishedSchema = z.object({
  measure: measureId,
  fromPeriod: z.string().min(1),
  toPeriod: z.string().min(1),
  /** relative: percent of what it was; points: of a share. */
  change: z.object({ kind: z.enum(["relative", "points"]), value: z.number() }),
  /** Both ends, where the source prints them, in percent. */
  ends: z.object({ from: z.number(), to: z.number() }).nullable(),
  /** Whether a count or a share changed; unknown where the source does not say. */
  of: z.enum(["count", "share", "unknown"]),
});
export type Published = z.infer<typeof publishedSchema>;

/** A goal in its source's words: one headline, at most four supporting measures, one that keeps the balance. Never a score. */
const goalSchema = z.object({
  id: z.string().regex(/^[a-z0-9-]+$/),
  statement: wordsSchema,
  /** How the portal's pages say it. */
  plain: wordsSchema,
  headline: measureId,
  supporting: z.array(measureId).max(4),
  balancing: measureId.nullable(),
  /** The source itself marks the bullet "data not tracked at this time". */
  notTrackedBySource: z.boolean(),
  published: publishedSchema.nullable(),
  note: wordsSchema.nullable(),
});

export const goalFrameworkSchema = z.object({
  id: z.string().regex(/^[a-z-]+$/),
  version: z.string().regex(/^\d{4}\.\d+$/),
  title: wordsSchema,
  place: wordsSchema,
  provenance: z.string().min(1),
  groups: z.array(z.object({ id: z.string(), title: wordsSchema, goals: z.array(goalSchema).min(1) })).min(1),
});

export type Goal = z.infer<typeof goalSchema>;
export type GoalFramework = z.infer<typeof goalFrameworkSchema>;
