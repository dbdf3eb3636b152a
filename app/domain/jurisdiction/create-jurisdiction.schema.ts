import { z } from "zod";
import { readPublicAddress } from "../organizations/public-address";
import { required, timeZones } from "./change-facts.schema";

const slugSchema = z.string().regex(/^[a-z0-9][a-z0-9-]{1,39}$/, "slug_wrong");

/** As it is kept; an empty one is none. */
const addressSchema = z.string().transform((typed, on) => {
  if (typed.trim() === "") return null;
  const read = readPublicAddress(typed);
  if ("address" in read) return read.address;
  on.addIssue({ code: "custom", message: read.fault });
  return z.NEVER;
});

export const createJurisdictionSchema = z.object({
  slug: slugSchema,
  name: required(120),
  title: required(120).optional(),
  timeZone: z.enum(timeZones, "zone").optional(),
  address: addressSchema.default(null),
});

export const setAddressSchema = z.object({ address: addressSchema });
