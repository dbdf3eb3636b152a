import { z } from "zod";
import { words } from "./family-details.schema";

export const chooseKnownFamilySchema = z.object({ callId: z.uuid(), householdId: z.uuid() });
export const findKnownFamilySchema = z.object({
  phone: words(40).default(""),
  caregiverName: words(80).default(""),
});
