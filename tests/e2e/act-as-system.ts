import type { Ctx } from "../../app/domain/kernel/context";
import { harborId, reachDesk } from "./desk-people";

/** Something done by the system in the county, as a seed or the worker would; at a time, when one is said. */
export async function asSystem<T>(run: (ctx: Ctx) => Promise<T>, at?: Date): Promise<T> {
  const { prisma } = await reachDesk();
  const { inTransaction } = await import("../../app/db/transaction.server");
  const { fixedClock, systemClock } = await import("../../app/domain/kernel/clock");
  const actor = { kind: "system" as const, name: "test", jurisdictionId: harborId };
  const clock = at ? fixedClock(at.toISOString()) : systemClock;
  // Time enough on a machine that does much else: a journey finds what hangs.
  return inTransaction({ jurisdictionId: harborId }, (tx) => run({ actor, tx, clock }), {
    prisma,
    timeout: 120_000,
  });
}
