import { z } from "zod";
import { requireOpenCall } from "../../households/index.server";
import type { Ctx } from "../../kernel/context";
import { announce, recordAudit, whereFor } from "../../kernel/index.server";
import { parseInput } from "../../kernel/parse-input";

const mailProgramDetailsSchema = z.object({
  callId: z.uuid(),
  serviceIds: z.array(z.uuid()).min(1, "empty").max(40),
  email: z.string().trim().min(1, "required").max(254, "email").pipe(z.email("email")),
  language: z.enum(["en", "es"]),
});

/**
 * Mails what the directory says of some programs to the address that a caller gave: from a neutral sender, with nothing of
 * the call, of a family or of a report. NotFound for a foreign call, Conflict call_ended, Invalid email.
 */
export async function mailProgramDetails(
  ctx: Ctx,
  input: z.input<typeof mailProgramDetailsSchema>,
): Promise<void> {
  whereFor(ctx, "give_details", "Service");
  const { callId, serviceIds, email, language } = parseInput(mailProgramDetailsSchema, input);
  await requireOpenCall(ctx, { callId });
  const params = { serviceIds: serviceIds.join(",") };
  await announce(ctx, { template: "program-details", toEmail: email, locale: language, params });
  await recordAudit(ctx, { event: "information.mailed", entity: "IntakeCall", entityId: callId });
}
