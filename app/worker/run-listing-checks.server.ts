import { inTransaction } from "~/db/transaction.server";
import { askAboutListings } from "~/domain/directory/index.server";
import { systemClock } from "~/domain/kernel/clock";

/** Asks providers of one jurisdiction about the listings that are due; each working morning, from the rows alone. */
export async function runListingChecks(jurisdictionId: string): Promise<void> {
  const actor = { kind: "system" as const, name: "listing-checks", jurisdictionId };
  await inTransaction({ jurisdictionId }, (tx) => askAboutListings({ actor, tx, clock: systemClock }), {
    timeout: 120_000,
  });
}
