import { z } from "zod";
import { list, orNone, rows, text } from "~/auth/form-fields";
import { endEnrollmentSchema, recordSessionSchema } from "~/domain/engagement/engagement.schema";
import {
  correctEnrollment,
  endEnrollment,
  enrollFamily,
  recordSession,
} from "~/domain/engagement/index.server";
import type { Ctx } from "~/domain/kernel/context";

type Act<S extends z.ZodType> = { ctx: Ctx; referralId: string; input: z.output<S> };

const given = text.transform((typed) => typed.trim() || null);
const child = z.object({ firstName: given, lastName: given, birthDate: given });
export const enrolFields = z.object({ enrolledOn: text, children: rows(child) });

/** Rows of children that hold nothing are as if they were not there. */
export function enrol({ ctx, referralId, input }: Act<typeof enrolFields>) {
  const { enrolledOn } = input;
  const children = input.children.filter((row) => Object.values(row).some((value) => value !== null));
  return enrollFamily(ctx, { referralId, enrolledOn, children });
}

const { enrollmentId, date, status, mode, who } = recordSessionSchema.shape;
export const sessionFields = z.object({
  enrollmentId,
  date,
  status,
  mode,
  minutes: text,
  who: list(who.unwrap().element),
  /** The session that was recorded wrongly; none for a new one. */
  supersedesId: text.transform((id) => id || null),
});

/** Records a session; says whether it was the one that made the referral connected. */
export async function recordOneSession({ ctx, input }: Act<typeof sessionFields>) {
  const held = input.status === "attended";
  const minutes = held && input.minutes ? input.minutes : null;
  const { started } = await recordSession(ctx, { ...input, minutes, who: held ? input.who : [] });
  return { connected: started };
}

const { endReason, endParty } = endEnrollmentSchema.shape;
export const endFields = z.object({
  ...endEnrollmentSchema.shape,
  endReason: orNone(endReason),
  endParty: orNone(endParty),
});

export const endTakingPart = ({ ctx, input }: Act<typeof endFields>) => endEnrollment(ctx, input);

export const correctFields = z.object({
  enrollmentId: text,
  version: text,
  enrolledOn: text,
  firstName: given,
  birthDate: given,
});

/** The day, and a child's birth date where its name or date was written. */
export function correctOne({ ctx, input }: Act<typeof correctFields>) {
  const { firstName, birthDate, ...enrollment } = input;
  const child = firstName || birthDate ? { firstName: firstName ?? "", birthDate: birthDate ?? "" } : null;
  return correctEnrollment(ctx, { ...enrollment, child });
}
