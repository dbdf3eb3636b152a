import { connectDatabase, type Database } from "~/db/client.server";
import { reachDatabase } from "~/db/reach-database";
import { inTransaction } from "~/db/transaction.server";
import type { SystemActor } from "~/domain/kernel/actor";
import { systemClock } from "~/domain/kernel/clock";
import type { Ctx } from "~/domain/kernel/context";
import { inMilliseconds } from "~/domain/kernel/durations";
import { env } from "~/env.server";
import { Unusable } from "./command-words";

export type OpenPortal = { database: Database; jurisdiction: { id: string; slug: string } };

/** The jurisdiction asked for by its slug; the only or default one when none is asked for. */
async function chooseJurisdiction(
  database: Database,
  slug: string | undefined,
): Promise<OpenPortal["jurisdiction"]> {
  const all = await database.prisma.jurisdiction.findMany({
    select: { id: true, slug: true },
    orderBy: { createdAt: "asc" },
  });
  const chosen =
    slug === undefined
      ? all.length === 1
        ? all[0]
        : all.find((one) => one.slug === "default")
      : all.find((one) => one.slug === slug);
  if (chosen) return chosen;
  const names = all.map((one) => one.slug).join(", ") || "none yet: start the portal first";
  throw new Unusable(
    slug === undefined
      ? `--jurisdiction is needed, one of: ${names}`
      : `no such jurisdiction: ${slug}. There are: ${names}`,
  );
}

/** Opens the portal's database for one command, runs it for one jurisdiction, and leaves everything as it was. */
export async function openPortal(
  slug: string | undefined,
  run: (portal: OpenPortal) => Promise<void>,
): Promise<void> {
  const reached = await reachDatabase(env());
  const database = connectDatabase(reached.url, 4);
  try {
    await run({ database, jurisdiction: await chooseJurisdiction(database, slug) });
  } finally {
    await database.close();
    await reached.release();
  }
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
