import type { z } from "zod";
import type { Ctx } from "../kernel/context";
import { recordAudit, whereFor } from "../kernel/index.server";
import { parseInput } from "../kernel/parse-input";
import type { CallFamily } from "./call-views";
import { findKnownFamilySchema } from "./find-known-family.schema";
import { phoneKey } from "./phone-key";
import { readFamilyDetails } from "./read-family-details.server";

/** Of this name, capitals and accents apart. */
async function idsNamed(ctx: Ctx, name: string): Promise<string[]> {
  const rows = await ctx.tx.$queryRaw<{ id: string }[]>`
    select id from household where jurisdiction_id = ${ctx.actor.jurisdictionId}::uuid
      and folded_name(caregiver_name) = folded_name(${name}) order by created_at desc limit 500`;
  return rows.map(({ id }) => id);
}

/**
 * Families the worker may already know by a phone number or a first name, newest first, at most five. A phone that
 * fits comes before a name that does. Each family found is a read in the audit.
 */
export async function findKnownFamily(
  ctx: Ctx,
  input: z.input<typeof findKnownFamilySchema>,
): Promise<CallFamily[]> {
  const { phone, caregiverName } = parseInput(findKnownFamilySchema, input);
  const reach = whereFor(ctx, "read", "Household");
  const number = phoneKey(phone);
  if (!number && caregiverName.length < 2) return [];
  const found = await ctx.tx.household.findMany({
    where: {
      AND: [reach, number ? { phoneKey: number } : { id: { in: await idsNamed(ctx, caregiverName) } }],
    },
    orderBy: { createdAt: "desc" },
    take: 5,
    select: { id: true },
  });
  const families: CallFamily[] = [];
  for (const { id } of found) {
    await recordAudit(ctx, { event: "household.read", entity: "Household", entityId: id });
    families.push({ householdId: id, ...(await readFamilyDetails(ctx, id)) });
  }
  return families;
}
