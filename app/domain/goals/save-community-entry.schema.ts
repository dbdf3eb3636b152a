import { z } from "zod";
import { isIsoDate } from "../kernel/calendar";
import { milestoneStates, partnerKinds } from "./community-entry";
import { namelessText } from "./nameless-text";

const orNone = z.union([z.literal("").transform(() => null), z.string().trim().refine(isIsoDate, "date")]);
const day = z.string().trim().min(1, "required").refine(isIsoDate, "date");
const words = (max: number) => z.string().trim().max(max, "too_long").refine(namelessText, "names_somebody");
const required = (max: number) => words(max).pipe(z.string().min(1, "required"));
const every = {
  /** Empty for a new one. */
  id: z.union([z.literal(""), z.uuid()]),
  version: z.coerce.number().int().min(0),
  language: z.string().pipe(z.enum(["en", "es"])),
  title: required(160),
};

const partner = z.object({
  ...{
    ...every,
    kind: z.literal("partner"),
    variety: z.string().pipe(z.enum(partnerKinds, "required")),
    text: words(600),
  },
  ...{ day: orNone },
});
const milestone = z
  .object({
    ...{
      ...every,
      kind: z.literal("milestone"),
      variety: z.string().pipe(z.enum(milestoneStates, "required")),
      text: words(1000),
    },
    ...{ day, doneOn: orNone },
  })
  .refine(({ variety, doneOn }) => variety !== "reached" || doneOn !== null, {
    path: ["doneOn"],
    message: "required",
  });
/** Title: which group was asked; text: about what; outcome: what changed. */
const asked = z.object({
  ...{ ...every, kind: z.literal("asked"), text: required(1000), outcome: words(1000), day },
});
const lesson = z.object({ ...every, kind: z.literal("lesson"), text: required(4000) });

export const saveCommunityEntrySchema = z.discriminatedUnion("kind", [partner, milestone, asked, lesson]);
