import { inTransaction } from "~/db/transaction.server";
import type { SystemActor } from "~/domain/kernel/actor";
import { systemClock } from "~/domain/kernel/clock";
import type { Ctx } from "~/domain/kernel/context";

export const importActor = (jurisdictionId: string, name = "import-directory"): SystemActor => ({
  kind: "system",
  name,
  jurisdictionId,
});

/** A short transaction of an import beside its own. */
export function besideImport<T>(jurisdictionId: string, run: (ctx: Ctx) => Promise<T>): Promise<T> {
  const actor = importActor(jurisdictionId);
  return inTransaction({ jurisdictionId, actorId: actor.name }, (tx) =>
    run({ actor, tx, clock: systemClock }),
  );
}
