import { AsyncLocalStorage } from "node:async_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { type Database, database } from "~/db/client.server";
import { type Addressed, type AskedPlace, findPlace } from "~/domain/organizations/public-address";
import { tellPublicBase } from "~/paths";

export { isPublicPath } from "~/paths";

/** Where a request came in. */
export type Here = {
  /** Whose public pages are asked for; null where nobody's are. */
  jurisdictionId: string | null;
  /** The configured origin that links are built from. */
  origin: string;
  /** "/harbor", taken off the path before any page sees it; "" where there is none. */
  prefix: string;
  /** The installation's own origin, where whoever has no address is found; and whether this is it. */
  home: string;
  isHome: boolean;
};

/** What public addresses begin with in this request; a desk sets its own. */
type Standing = { base: string };

/** Beyond one module: the server and the Remix bundle each hold a copy of this file, but share one request. */
const shared = globalThis as typeof globalThis & { upstreamStanding?: AsyncLocalStorage<Standing> };
const standing = (shared.upstreamStanding ??= new AsyncLocalStorage<Standing>());
tellPublicBase(() => standing.getStore()?.base ?? "");

/** Runs a request whose public pages stand under the prefix of its address. */
export const standingAt = <T>({ prefix }: Here, run: () => T): T => standing.run({ base: prefix }, run);

type Known = { rows: readonly Addressed[]; until: number };
const known = new WeakMap<Database, Known>();
const freshMilliseconds = 2_000;
const patience = 500;

async function readAddresses(from: Database): Promise<readonly Addressed[]> {
  const rows = await from.prisma.jurisdiction.findMany({
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { id: true, address: true },
  });
  if (rows.length > 0) known.set(from, { rows, until: Date.now() + freshMilliseconds });
  return rows;
}

/** Every jurisdiction and its address, in the order in which they were made; a change is seen two seconds later. */
async function listAddresses(): Promise<readonly Addressed[]> {
  const from = database();
  const had = known.get(from);
  if (!had) return readAddresses(from);
  const now = Date.now();
  if (now < had.until) return had.rows;
  // One asks and the others go on; what was known serves while the database is away.
  known.set(from, { ...had, until: now + freshMilliseconds });
  const late = sleep(patience, had.rows, { ref: false });
  return Promise.race([readAddresses(from).catch(() => had.rows), late]);
}

/** Where a request came in; null where its host is nobody's. `home`: the installation's own origin. */
export async function findHere(asked: AskedPlace & { home: string }): Promise<Here | null> {
  const found = findPlace(await listAddresses(), asked);
  const { home } = asked;
  return found && { ...found, origin: found.origin ?? home, home, isHome: found.origin === null };
}

/** The jurisdiction whose public pages a request asks for, or null. */
export async function jurisdictionHere(here: Here | undefined): Promise<string | null> {
  if (here) return here.jurisdictionId;
  return findPlace(await listAddresses(), { host: "", path: "/", isOwn: true })?.jurisdictionId ?? null;
}

/** The address of a jurisdiction; null where it has none of its own. */
async function addressOf(jurisdictionId: string): Promise<string | null> {
  return (await listAddresses()).find(({ id }) => id === jurisdictionId)?.address ?? null;
}

/**
 * Where a link of this jurisdiction is answered, when that is not here: its address. Null: here. Without an address it is
 * answered at the installation's own.
 */
export async function addressElsewhere(
  jurisdictionId: string,
  here: Here | undefined,
): Promise<string | null> {
  if (!here || here.jurisdictionId === jurisdictionId) return null;
  return (await addressOf(jurisdictionId)) ?? (here.isHome ? null : here.home);
}

/** Who is signed in works for this jurisdiction: from here on, addresses of public pages are of its own. */
export async function standFor(jurisdictionId: string, here: Here | undefined): Promise<void> {
  const store = standing.getStore();
  if (!store || !here) return;
  const address = (await addressOf(jurisdictionId)) ?? here.home;
  const { origin } = new URL(address);
  store.base = origin === here.origin ? address.slice(origin.length) : address;
}
