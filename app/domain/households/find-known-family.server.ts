import type { z } from "zod";
import type { Ctx } from "../kernel/context";
import { recordAudit, whereFor } from "../kernel/index.server";
import { parseInput } from "../kernel/parse-input";
import type { CallFamily } from "./call-views";
import { findKnownFamilySchema } from "./find-known-family.schema";
import { readFamilyDetails } from "./read-family-details.server";

const digits = (text: string) => text.replace(/\D/g, "").slice(-10);

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
  const number = digits(phone);
  if (number.length < 7 && caregiverName.length < 2) return [];
  const rows = await ctx.tx.household.findMany({
    where: {
      AND: [
        reach,
        number.length >= 7
          ? { phone: { endsWith: number.slice(-4) } }
          : { caregiverName: { equals: caregiverName, mode: "insensitive" } },
      ],
    },
    orderBy: { createdAt: "desc" },
    take: 50,
  });
  const found = rows.filter((row) => number.length < 7 || digits(row.phone ?? "") === number).slice(0, 5);
  const families: CallFamily[] = [];
  for (const { id } of found) {
    await recordAudit(ctx, { event: "household.read", entity: "Household", entityId: id });
    families.push({ householdId: id, ...(await readFamilyDetails(ctx, id)) });
  }
  return families;
}
