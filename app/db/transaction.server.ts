import type pg from "pg";
import { type Database, database } from "./client.server";
import type { Underway } from "./begin-with-settings";
import { Prisma, type PrismaClient } from "./generated/client";

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
  /** Milliseconds the whole transaction may take; 30,000 when not said. */
  timeout?: number;
  /** Everything is read as it was when the transaction began: for an export of many tables. */
  snapshot?: boolean;
  /** Instead of this process's own client. */
  prisma?: PrismaClient;
}

function settingsOf(context: RowContext, options: TransactionOptions): Record<string, string> {
  return {
    "app.jurisdiction_id": context.jurisdictionId ?? "",
    "app.organization_id": context.organizationId ?? "",
    "app.actor_id": context.actorId ?? "",
    transaction_read_only: options.readOnly ? "on" : "off",
  };
}

async function sendSettings(tx: Tx, settings: Record<string, string>): Promise<void> {
  const [names, values] = [Object.keys(settings), Object.values(settings)];
  await tx.$queryRaw`select set_config(name, value, true) from unnest(${names}::text[], ${values}::text[]) as s(name, value)`;
}

const connections = new WeakMap<Tx, Underway>();

/** The connection that a transaction is on, for what Prisma cannot say; null on another client than this process's own. */
export function connectionOf(tx: Tx): pg.PoolClient | pg.Client | null {
  return connections.get(tx)?.connection ?? null;
}

/** This process's own database, unless another client was asked for. */
function ownDatabase(prisma: PrismaClient | undefined): Database | null {
  if (!prisma) return database();
  try {
    return database().prisma === prisma ? database() : null;
  } catch {
    return null;
  }
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
  const own = ownDatabase(options.prisma);
  const prisma = options.prisma ?? database().prisma;
  const settings = settingsOf(context, options);
  // Prisma says the isolation level after BEGIN, and nothing may stand between.
  const underway: Underway = { settings: options.snapshot ? null : settings, connection: null };
  const begin = () =>
    prisma.$transaction(
      async (tx) => {
        if (options.snapshot || underway.settings) await sendSettings(tx, settings);
        connections.set(tx, underway);
        return run(tx);
      },
      {
        timeout: options.timeout ?? 30_000,
        maxWait: 5_000,
        ...(options.snapshot && { isolationLevel: Prisma.TransactionIsolationLevel.RepeatableRead }),
      },
    );
  return own ? own.transactions.run(underway, begin) : begin();
}
