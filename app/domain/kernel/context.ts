import type { Prisma } from "~/db/generated/client";
import type { Actor } from "./actor";
import type { Clock } from "./clock";

export type Tx = Prisma.TransactionClient;

/** What every operation is given: who acts, the request's one transaction, and the time. */
export type Ctx<A extends Actor = Actor> = { actor: A; tx: Tx; clock: Clock; requestId?: string };
