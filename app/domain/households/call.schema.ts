import { z } from "zod";
import { words } from "./family-details.schema";

const callLines = ["support_line", "hotline"] as const;
export type CallLine = (typeof callLines)[number];
const callerKinds = ["family", "someone_else"] as const;
export type CallerKind = (typeof callerKinds)[number];

/** Who is usually on the other end: a parent on the support line, somebody else on the hotline. */
export const usualCaller: Record<CallLine, CallerKind> = { support_line: "family", hotline: "someone_else" };

/**
 * A report itself never enters here: only whether it was screened in or out, and the agency's opaque key for it.
 * Unknown keys are refused, so that no narrative slips in.
 */
export const openCallSchema = z
  .object({
    line: z.enum(callLines),
    caller: z.enum(callerKinds).optional(),
    screeningDecision: z.enum(["screened_in", "screened_out"]).nullish(),
    intakeKey: z
      .string()
      .regex(/^[A-Za-z0-9-]{4,64}$/, "opaque_key")
      .nullish(),
  })
  .strict()
  .refine((call) => call.line === "hotline" || (!call.screeningDecision && !call.intakeKey), {
    path: ["screeningDecision"],
    message: "hotline_only",
  });

const callId = z.uuid();
export const readCallSchema = z.object({ callId });
export const switchCallerSchema = z.object({ callId, caller: z.enum(callerKinds) });
/** The refer panel's fields as last typed: flat text by field name. */
const draftFields = z.record(
  z.string().max(60),
  z.union([words(4000), z.array(words(200)).max(40), z.boolean(), z.number(), z.null()]),
);
export const saveCallDraftSchema = z.object({ callId, draft: draftFields });
export const saveCallSearchSchema = z.object({
  callId,
  searchLine: words(300),
  /** What the server read and the worker kept (directory/search/search-criteria.ts). */
  criteria: z.record(z.string(), z.json()).default({}),
});
export const keepListingsSchema = z.object({ callId, serviceIds: z.array(z.uuid()).max(40) });
