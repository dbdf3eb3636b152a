import { z } from "zod";

/** One typed field, cleaned by readForm; one that was left out is empty. What it must say, the rule says that it is handed to. */
export const text = z.string().default("");

/** A typed field without what stands beyond `max`. */
export const textUpTo = (max: number) => text.transform((typed) => typed.slice(0, max));

/** A box, ticked or not. */
export const ticked = z
  .string()
  .optional()
  .transform((value) => value !== undefined);

/** All values of a name that may come again, or not at all. */
export const list = <T extends z.ZodType>(item: T) =>
  z.preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(item));

/** Rows of fields, "children.0.birthDate". */
export const rows = <T extends z.ZodType>(row: T) =>
  z.preprocess((value) => Object.values(value ?? {}), z.array(row));

/** A choice that may be left open: nothing chosen is null. */
export const orNone = <T extends z.ZodType>(choice: T) =>
  z.preprocess((value) => (value === "" ? null : value), choice);
