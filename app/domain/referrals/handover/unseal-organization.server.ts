import type { z } from "zod";
import { refreshOrganization } from "../../directory/index.server";
import type { Ctx } from "../../kernel/context";
import { Conflict } from "../../kernel/errors";
import { recordAudit } from "../../kernel/index.server";
import { parseInput } from "../../kernel/parse-input";
import { changeOrganization, findOrganization } from "../../organizations/index.server";
import { unsealOrganizationSchema } from "../../organizations/vetting.schema";

type Organization = Awaited<ReturnType<typeof findOrganization>>;

/**
 * Whether anything of families was sealed there: what was sent to it while it was sealed, or had been sent and was open when
 * that began. Asked only of what the sending side knows, so that the answer tells nothing of what the organization did.
 */
async function keepsSealedFamilies(ctx: Ctx, row: Organization): Promise<boolean> {
  const since = row.sealedAt ?? row.createdAt;
  const found = await ctx.tx.serviceReferral.findFirst({
    where: {
      ...{ jurisdictionId: row.jurisdictionId, receivingOrganizationId: row.id },
      sentAt: { not: null },
      // Whoever was connected before goes on being served, which is written while it is sealed.
      OR: [{ closedAt: null }, { closedAt: { gte: since } }, { status: "connected" }],
    },
    select: { id: true },
  });
  return found !== null;
}

/**
 * Takes a mark back, with its reason. The last one only where no family's referral was ever sealed by it: opening the mark
 * would open what was written under it. Throws NotFound, Invalid,
 * Conflict("organization_changed", "merged", "not_sealed", "hold_says_so", "sealed_families").
 */
export async function unsealOrganization(
  ctx: Ctx,
  input: z.input<typeof unsealOrganizationSchema>,
): Promise<void> {
  const { flag, reason, ...key } = parseInput(unsealOrganizationSchema, input);
  const row = await findOrganization(ctx, "seal", key);
  if (row.mergedIntoId) throw new Conflict("merged");
  if (!row[flag]) throw new Conflict("not_sealed");
  const { jurisdictionId } = row;
  const held = { jurisdictionId, organizationId: row.id, status: "is" };
  if (flag === "victimServiceProvider" && (await ctx.tx.safetyHold.count({ where: held })) > 0)
    throw new Conflict("hold_says_so");
  const marked = { [flag]: false };
  // The row first: nothing is sent to it while this looks.
  await changeOrganization(ctx, "seal", row, marked);
  const opens = !{ ...row, ...marked }.victimServiceProvider && !{ ...row, ...marked }.part2Program;
  if (opens && (await keepsSealedFamilies(ctx, row))) throw new Conflict("sealed_families");
  await refreshOrganization(ctx, { organizationId: row.id });
  await recordAudit(ctx, {
    ...{ event: "organization.unsealed", entity: "Organization", entityId: row.id },
    ...{ fields: [flag], reason: `${flag}: true -> false; ${reason}` },
  });
}
