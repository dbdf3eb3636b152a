import { database } from "~/db/client.server";
import { inTransaction } from "~/db/transaction.server";
import { completeSearchRows } from "~/domain/directory/index.server";
import { systemClock } from "~/domain/kernel/clock";

/** When the portal starts on a database of an older version: every published listing is found again. Answers how many. */
export async function completeSearch(): Promise<number> {
  const jurisdictions = await database().prisma.jurisdiction.findMany({ select: { id: true } });
  let written = 0;
  for (const { id: jurisdictionId } of jurisdictions) {
    const actor = { kind: "system" as const, name: "search-rows", jurisdictionId };
    written += await inTransaction(
      { jurisdictionId },
      (tx) => completeSearchRows({ actor, tx, clock: systemClock }),
      { timeout: 600_000 },
    );
  }
  return written;
}
