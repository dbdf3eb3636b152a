import { database } from "./client.server";
import type { Prisma, PrismaClient } from "./generated/client";

/** A Prisma client inside an interactive transaction. */
export type Tx = Prisma.TransactionClient;

/** For whom the rows are: what row-level security is told. */
export interface RowContext {
  /** Null: no jurisdiction, and so no row of any family. */
  jurisdictionId: string | null;
  /** The organization that the actor is confined to (providers); empty for the agency's own staff and for jobs. */
  organizationId?: string | null;
  actorId?: string | null;
}

export interface TransactionOptions {
  /** PostgreSQL refuses every change. */
  readOnly?: boolean;
  /** Milliseconds the whole transaction may take; 10,000 when not said. */
  timeout?: number;
  /** Instead of this process's own client. */
  prisma?: PrismaClient;
}

/**
 * Runs `run` in one transaction that carries jurisdiction, organization and actor for row-level security
 * and for triggers; all of it ends with the transaction and never reaches the connection's next user.
 * A throw rolls everything back.
 */
export function inTransaction<T>(
  context: RowContext,
  run: (tx: Tx) => Promise<T>,
  options: TransactionOptions = {},
): Promise<T> {
  const prisma = options.prisma ?? database().prisma;
  return prisma.$transaction(
    async (tx) => {
      await tx.$queryRaw`select
        set_config('app.jurisdiction_id', ${context.jurisdictionId ?? ""}, true),
        set_config('app.organization_id', ${context.organizationId ?? ""}, true),
        set_config('app.actor_id', ${context.actorId ?? ""}, true),
        set_config('transaction_read_only', ${options.readOnly ? "on" : "off"}, true)`;
      return run(tx);
    },
    { timeout: options.timeout ?? 10_000, maxWait: 5_000 },
  );
}
