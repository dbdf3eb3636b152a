import { inTransaction } from "~/db/transaction.server";
import { setFirstContactDays } from "~/domain/directory/index.server";
import { systemClock } from "~/domain/kernel/clock";
import { measureFirstContact } from "~/domain/referrals/index.server";

/** Each night: how long families wait for a first try, from the referrals into the directory's order. */
export async function refreshFirstContact(jurisdictionId: string, clock = systemClock): Promise<number> {
  const actor = { kind: "system" as const, name: "first-contact", jurisdictionId };
  return inTransaction(
    { jurisdictionId },
    async (tx) => {
      const ctx = { actor, tx, clock };
      return setFirstContactDays(ctx, { services: await measureFirstContact(ctx) });
    },
    { timeout: 300_000 },
  );
}
