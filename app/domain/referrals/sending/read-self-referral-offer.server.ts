import type { PublicActor } from "../../kernel/actor";
import type { Ctx } from "../../kernel/context";
import { Conflict } from "../../kernel/errors";
import { whereFor } from "../../kernel/index.server";
import { readSendingFacts } from "./read-sending-facts.server";

/** Whether a family may ask this program to contact it: who would receive the form, or why it may not. */
export type SelfReferralOffer = { organizationName: string; refused: null } | { refused: string };

/** The guards of `sendSelfReferral`, before a family types anything. NotFound: listing not published. */
export async function readSelfReferralOffer(
  ctx: Ctx<PublicActor>,
  input: { serviceId: string },
): Promise<SelfReferralOffer> {
  whereFor(ctx, "send_self", "ServiceReferral");
  try {
    const { organizationName } = await readSendingFacts(ctx, {
      serviceId: input.serviceId,
      householdId: null,
      consentMethod: "e_sign",
      calledAhead: false,
      duplicateReason: null,
      bySelf: true,
    });
    return { organizationName, refused: null };
  } catch (error) {
    if (error instanceof Conflict) return { refused: error.message };
    throw error;
  }
}
