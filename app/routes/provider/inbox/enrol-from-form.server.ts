import { enrollFamily, recordSession } from "~/domain/engagement/index.server";
import type { recordSessionSchema } from "~/domain/engagement/engagement.schema";
import type { z } from "zod";
import type { ActArgs } from "./act-on-referral.server";

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
  const { started } = await recordSession(ctx, {
    enrollmentId: text(form, "enrollmentId"),
    date: text(form, "date"),
    status: text(form, "status") as SessionInput["status"],
    mode: text(form, "mode") as SessionInput["mode"],
    minutes: text(form, "minutes") || null,
    who: form.getAll("who").map(String) as SessionInput["who"],
  });
  return { connected: started };
}
