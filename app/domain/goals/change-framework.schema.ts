import { z } from "zod";
import { findMeasureSpec } from "~/domain/measures/measure-registry";

const line = (max: number) => z.string().trim().min(1, "required").max(max, "too_long");
const words = (max: number) => ({ en: line(max), es: line(max) });
const measure = z.string().refine((id) => findMeasureSpec(id) !== undefined, "no_such_measure");
const noMeasure = z.literal("").transform(() => null);

const names = z.object({ kind: z.literal("names"), title: z.object(words(120)) });
const goal = z
  .object({
    kind: z.literal("goal"),
    /** Empty for a goal of one's own. */
    goal: z.string().max(60),
    /** A goal of the source keeps the source's words; of an own goal it is what the jurisdiction promised. */
    statement: z.object({
      en: z.string().trim().max(300, "too_long"),
      es: z.string().trim().max(300, "too_long"),
    }),
    plain: z.object(words(160)),
    headline: measure,
    supporting: z
      .array(z.union([noMeasure, measure]))
      .max(4)
      .transform((all) => [...new Set(all.filter((one) => one !== null))]),
    balancing: z.union([noMeasure, measure]),
  })
  .refine(({ headline, supporting }) => !supporting.includes(headline), {
    path: ["supporting"],
    message: "measure_twice",
  })
  .refine(
    ({ headline, supporting, balancing }) =>
      balancing === null || (balancing !== headline && !supporting.includes(balancing)),
    { path: ["balancing"], message: "measure_twice" },
  )
  .refine(({ goal: id, statement }) => id !== "" || (statement.en !== "" && statement.es !== ""), {
    path: ["statement"],
    message: "required",
  });
const move = z.object({
  kind: z.literal("order"),
  goal: z.string().max(60),
  by: z.coerce.number().int().min(-1).max(1),
});
const leave = z.object({ kind: z.literal("left_out"), goal: z.string().max(60) });

const frameworkChangeSchema = z.discriminatedUnion("kind", [names, goal, move, leave]);
export type FrameworkChange = z.output<typeof frameworkChangeSchema>;

export const changeFrameworkSchema = z.object({
  framework: z.string().max(60),
  /** The version that was read. */
  version: z.coerce.number().int().min(1),
  change: frameworkChangeSchema,
});
