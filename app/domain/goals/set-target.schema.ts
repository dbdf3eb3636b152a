import { z } from "zod";
import { isIsoDate } from "../kernel/calendar";
import { targetKinds, targetWays } from "./judge-target";

const number = z
  .string()
  .trim()
  .regex(/^\d{1,7}([.,]\d{1,4})?$/, "number")
  .transform((typed) => Number(typed.replace(",", ".")));
const day = z.string().trim().refine(isIsoDate, "date");
const orNone = <T extends z.ZodType>(field: T) => z.union([z.literal("").transform(() => null), field]);

export const setTargetSchema = z.object({
  framework: z.string().max(60),
  goal: z.string().max(60),
  measure: z.string().max(40),
  kind: z.string().pipe(z.enum(targetKinds, "required")),
  way: z.string().pipe(z.enum(targetWays, "required")),
  value: number,
  byDay: day,
  /** none; "FROM..TO" of a stored result; typed: what another source says. */
  baseline: z.string().max(30),
  baselineFrom: orNone(day),
  baselineTo: orNone(day),
  baselineValue: orNone(number),
  /** Who decided it, or where it stands. */
  source: z.string().trim().min(1, "required").max(300, "too_long"),
  /** The open target that was read, which this one takes the place of; empty: there was none. */
  replaces: z.union([z.literal(""), z.uuid()]),
});
