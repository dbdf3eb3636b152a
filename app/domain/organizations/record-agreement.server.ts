import type { z } from "zod";
import { recordAudit } from "../kernel/index.server";
import type { Ctx } from "../kernel/context";
import { Conflict } from "../kernel/errors";
import { parseInput } from "../kernel/parse-input";
import { changeInWords, changeOrganization, findOrganization } from "./change-organization.server";
import { refusePastDay } from "./claims/accept-claim.server";
import { recordAgreementSchema } from "./vetting.schema";

/** Records or renews the agreement with an organization and how long its vetting holds. Throws NotFound, Invalid, Conflict. */
export async function recordAgreement(ctx: Ctx, input: z.input<typeof recordAgreementSchema>): Promise<void> {
  const { id, version, ...agreement } = parseInput(recordAgreementSchema, input);
  const row = await findOrganization(ctx, "write", { id, version });
  if (row.mergedIntoId) throw new Conflict("merged");
  await refusePastDay(ctx, agreement.vettedUntil);
  await changeOrganization(ctx, "write", row, agreement);
  await recordAudit(ctx, {
    event: "organization.vetted",
    entity: "Organization",
    entityId: id,
    ...changeInWords(row, agreement),
  });
}
