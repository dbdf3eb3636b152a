import { connectDatabase, connectedDatabase, type Database } from "~/db/client.server";
import { reachDatabase } from "~/db/reach-database";
import { inTransaction } from "~/db/transaction.server";
import type { SystemActor } from "~/domain/kernel/actor";
import { systemClock } from "~/domain/kernel/clock";
import type { Ctx } from "~/domain/kernel/context";
import { inMilliseconds } from "~/domain/kernel/durations";
import { type Terminal, Unusable } from "./command-words";

export type OpenPortal = { database: Database; jurisdiction: { id: string; slug: string; timeZone: string } };

/** Opens the portal's database for one command and leaves everything as it was. */
export async function openDatabaseOf<T>(
  terminal: Terminal,
  run: (database: Database) => Promise<T>,
): Promise<T> {
  const reached = await reachDatabase(terminal.settings());
  const had = connectedDatabase(reached.url);
  const database = had ?? connectDatabase(reached.url, 4);
  try {
    return await run(database);
  } finally {
    if (!had) await database.close();
    await reached.release();
  }
}

/** The jurisdiction asked for by its slug; the only or default one when none is asked for. */
async function chooseJurisdiction(
  database: Database,
  slug: string | undefined,
): Promise<OpenPortal["jurisdiction"]> {
  const all = await database.prisma.jurisdiction.findMany({
    select: { id: true, slug: true, timeZone: true },
    orderBy: { createdAt: "asc" },
  });
  const wanted = slug ?? (all.length === 1 ? all[0]?.slug : "default");
  const chosen = all.find((one) => one.slug === wanted);
  if (chosen) return chosen;
  const names = all.map((one) => one.slug).join(", ") || "none yet: start the portal first";
  throw new Unusable(
    slug === undefined
      ? `--jurisdiction is needed, one of: ${names}`
      : `no such jurisdiction: ${slug.slice(0, 60)}. There are: ${names}`,
  );
}

/** Opens the portal for one command and runs it for one jurisdiction. */
export function openPortal<T>(
  terminal: Terminal,
  slug: string | undefined,
  run: (portal: OpenPortal) => Promise<T>,
): Promise<T> {
  return openDatabaseOf(terminal, async (database) =>
    run({ database, jurisdiction: await chooseJurisdiction(database, slug) }),
  );
}

/** One transaction of a command, as the system actor of that name; it may take an hour. */
export function asCommand<T>(
  portal: OpenPortal,
  name: string,
  run: (ctx: Ctx<SystemActor>) => Promise<T>,
  options: { snapshot?: boolean } = {},
): Promise<T> {
  const actor: SystemActor = { kind: "system", name, jurisdictionId: portal.jurisdiction.id };
  return inTransaction(
    { jurisdictionId: actor.jurisdictionId, actorId: name },
    (tx) => run({ actor, tx, clock: systemClock }),
    { timeout: inMilliseconds({ hours: 1 }), ...options },
  );
}
