import { inTransaction } from "~/db/transaction.server";
import { systemClock } from "~/domain/kernel/clock";
import {
  countTerms,
  findDuplicates,
  holdVictimServices,
  followVettings,
} from "~/domain/directory/index.server";

/** Every night and after an import: listings follow what was vetted, and rows that may be the same are looked for. */
export async function keepDirectory(jurisdictionId: string): Promise<void> {
  const actor = { kind: "system" as const, name: "directory-upkeep", jurisdictionId };
  await inTransaction(
    { jurisdictionId },
    async (tx) => {
      const ctx = { actor, tx, clock: systemClock };
      await followVettings(ctx);
      await countTerms(ctx);
      await holdVictimServices(ctx);
      await findDuplicates(ctx);
    },
    { timeout: 600_000 },
  );
}
