import { askAboutConcerns } from "~/domain/feedback/index.server";
import { inTransaction, type Tx } from "~/db/transaction.server";
import { askAboutListings } from "~/domain/directory/index.server";
import { systemClock } from "~/domain/kernel/clock";

/** Asks providers of one jurisdiction about the listings that are due; each working morning, from the rows alone. */
export async function runListingChecks(jurisdictionId: string): Promise<void> {
  const actor = { kind: "system" as const, name: "listing-checks", jurisdictionId };
  const run = async (tx: Tx) => {
    const ctx = { actor, tx, clock: systemClock };
    // First what people say is wrong: it may not wait, and an organization gets one mail a day.
    await askAboutConcerns(ctx);
    await askAboutListings(ctx);
  };
  await inTransaction({ jurisdictionId }, run, { timeout: 120_000 });
}
