import { z } from "zod";
import { toldKinds } from "../outgoing/kept-back";
import {
  asked,
  clock,
  counties,
  day,
  exceptions,
  oneOf,
  optional,
  several,
  tracts,
  zips,
} from "../editing/listing-answers";

export const weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;
/** Days of a rule that a form can show: "2TU", the second Tuesday of a month, is none of every week. */
export const shownDays = (byday: readonly string[]): string[] =>
  weekdays.filter((day) => byday.includes(day));
/** Why an address is not shown whole. */
export const visibilityReasons = ["safety", "private_home", "by_appointment", "other"] as const;

/** Where a place is, and which families it serves. */
export const placeFields = {
  visibility: z.enum(["full", "partial", "hidden"]).default("full"),
  visibilityReason: oneOf(visibilityReasons),
  /** What of a hidden place is shown all the same; nothing unless it is said. */
  tellsWhileHidden: several(toldKinds),
  street: optional(200),
  address2: asked(100),
  city: optional(100),
  state: optional(30),
  postalCode: z
    .union([z.literal("").transform(() => null), z.string().regex(/^\d{5}(-\d{4})?$/, "zip")])
    .nullable()
    .default(null),
  transportation: optional(200),
  areaZips: zips,
  areaCounties: counties,
  areaTracts: tracts,
};
export type PlaceValues = z.output<z.ZodObject<typeof placeFields>>;

/** When: the usual days and times, and the days that are not as usual. */
export const hourFields = {
  hoursNote: optional(500),
  byday: several(weekdays),
  opensAt: clock,
  closesAt: clock,
  startsOn: day,
  exceptions,
};
export type HourValues = z.output<z.ZodObject<typeof hourFields>>;

export const hasWholeAddress = (v: Record<"street" | "city" | "postalCode" | "visibility", string | null>) =>
  v.visibility !== "full" || Boolean(v.street && v.city && v.postalCode);
export const saysWhyHidden = (v: Record<"visibility" | "visibilityReason", string | null>) =>
  v.visibility !== "hidden" || v.visibilityReason !== null;
/**
 * Over midnight: from the afternoon or later to the next morning. "09:00 to 05:00" is rather a half of the day that was not
 * said. Midnight is the end of a day, and from midnight to midnight is all of it.
 */
export const closesAfterOpening = ({ opensAt, closesAt }: Record<"opensAt" | "closesAt", string | null>) =>
  opensAt === null ||
  closesAt === null ||
  opensAt < closesAt ||
  closesAt === "00:00" ||
  (opensAt >= "12:00" && closesAt <= "12:00");

/** One place of a listing that has several: its own hours and area go before the listing's. */
export const placeSchema = z
  .object({ placeName: optional(120), ...placeFields, accessibility: optional(500), ...hourFields })
  .refine(hasWholeAddress, { path: ["street"], message: "address" })
  .refine(saysWhyHidden, { path: ["visibilityReason"], message: "required" })
  .refine(closesAfterOpening, { path: ["closesAt"], message: "time_order" });
