import type { z } from "zod";
import type { StaffActor } from "~/domain/kernel/actor";
import type { Ctx } from "~/domain/kernel/context";
import { Conflict } from "~/domain/kernel/errors";
import { acceptClaim } from "~/domain/organizations/index.server";
import type { acceptClaimSchema } from "~/domain/organizations/vetting.schema";
import { invitePerson } from "./invite-person.server";

/**
 * Believes a claim and lets its two people in, in one transaction: each is invited as a manager of the organization, unless
 * already one. Throws as acceptClaim and invitePerson.
 */
export async function admitClaim(
  ctx: Ctx<StaffActor>,
  input: z.input<typeof acceptClaimSchema>,
): Promise<void> {
  const { organizationId, email, secondEmail, language } = await acceptClaim(ctx, input);
  for (const address of [email, secondEmail]) {
    if (!address) continue;
    const seat = { email: address, role: "provider_manager", organizationId, locale: language };
    try {
      await invitePerson(ctx, seat);
    } catch (error) {
      if (!(error instanceof Conflict && error.message === "already_member")) throw error;
    }
  }
}
