import { endEnrollment, enrollFamily, recordSession } from "~/domain/engagement/index.server";
import type { endEnrollmentSchema, recordSessionSchema } from "~/domain/engagement/engagement.schema";
import type { z } from "zod";
import type { ActArgs } from "./act-on-referral.server";

type EndInput = z.input<typeof endEnrollmentSchema>;
type SessionInput = z.input<typeof recordSessionSchema>;
const text = (form: FormData, name: string) => String(form.get(name) ?? "").trim();

/** The rows of children that hold anything; empty ones are as if they were not there. */
function childrenOf(form: FormData) {
  return [0, 1, 2]
    .map((row) => ({
      firstName: text(form, `children.${row}.firstName`) || null,
      lastName: text(form, `children.${row}.lastName`) || null,
      birthDate: text(form, `children.${row}.birthDate`) || null,
    }))
    .filter((child) => Object.values(child).some((value) => value !== null));
}

export function enrolFromForm({ ctx, form, id }: ActArgs) {
  return enrollFamily(ctx, {
    referralId: id,
    enrolledOn: text(form, "enrolledOn"),
    children: childrenOf(form),
  });
}

/** Records a session; says whether it was the one that made the referral connected. */
export async function recordSessionFromForm({ ctx, form }: ActArgs): Promise<{ connected: boolean }> {
  const status = text(form, "status") as SessionInput["status"];
  const held = status === "attended";
  const { started } = await recordSession(ctx, {
    enrollmentId: text(form, "enrollmentId"),
    date: text(form, "date"),
    status,
    mode: text(form, "mode") as SessionInput["mode"],
    minutes: (held && text(form, "minutes")) || null,
    who: held ? (form.getAll("who").map(String) as SessionInput["who"]) : [],
  });
  return { connected: started };
}

export function endFromForm({ ctx, form }: ActArgs) {
  return endEnrollment(ctx, {
    enrollmentId: text(form, "enrollmentId"),
    version: text(form, "version"),
    outcome: text(form, "outcome") as EndInput["outcome"],
    endedOn: text(form, "endedOn"),
    endReason: (text(form, "endReason") || null) as EndInput["endReason"],
    endParty: (text(form, "endParty") || null) as EndInput["endParty"],
  });
}
