import { listJurisdictions } from "~/domain/jurisdiction/index.server";
import { newId } from "~/domain/kernel/ids";
import { readOptions, type Terminal } from "./command-words";
import { asCommand, openDatabaseOf } from "./open-portal";

type Listed = Awaited<ReturnType<typeof listJurisdictions>>[number];

/** The first answers at the installation's own address while it has none; another without one is found by nobody. */
function addressInWords({ address }: Listed, place: number): string {
  return address ?? (place === 0 ? "the installation's own address" : "no address yet");
}

/** `upstream jurisdiction list`: every jurisdiction of this installation and where its public pages are. */
export async function printJurisdictions(typed: string[], terminal: Terminal): Promise<void> {
  const { json } = readOptions(typed, { json: { type: "boolean" } });
  await openDatabaseOf(terminal, async (database) => {
    const portal = { database, jurisdiction: { id: newId(), slug: "", timeZone: "" } };
    const all = await asCommand(portal, "jurisdiction", listJurisdictions);
    if (json) return terminal.out(`${JSON.stringify(all)}\n`);
    for (const [place, one] of all.entries())
      terminal.out([one.slug, one.name, one.timeZone, addressInWords(one, place)].join("  ") + "\n");
  });
}
