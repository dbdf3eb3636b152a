import { createJurisdiction } from "~/domain/jurisdiction/index.server";
import { newId } from "~/domain/kernel/ids";
import { needOption, readOptions, type Terminal } from "./command-words";
import { refusalInWords } from "./jurisdiction-refusals";
import { asCommand, openDatabaseOf } from "./open-portal";

const text = { type: "string" } as const;
const options = { slug: text, name: text, title: text, "time-zone": text, address: text } as const;

/** `upstream jurisdiction create --slug SLUG --name NAME`: one more county on this installation. */
export async function makeJurisdiction(typed: string[], terminal: Terminal): Promise<void> {
  const { slug, name, title, "time-zone": zone, address } = readOptions(typed, options);
  const wanted = { slug: needOption(slug, "slug"), name: needOption(name, "name"), title, address };
  await openDatabaseOf(terminal, async (database) => {
    // The time zone is a word of a closed list, which the domain checks.
    const input = { ...wanted, ...(zone !== undefined && { timeZone: zone as "America/New_York" }) };
    const portal = { database, jurisdiction: { id: newId(), slug: wanted.slug, timeZone: "" } };
    const made = await asCommand(portal, "jurisdiction", (ctx) => createJurisdiction(ctx, input)).catch(
      (error) => {
        throw refusalInWords(error);
      },
    );
    terminal.out(`${made.slug}  ${made.address ?? "no address yet"}\n`);
    const steps = [
      ...(made.address
        ? []
        : [
            `  npm run -s upstream -- jurisdiction address ${made.slug} https://HOST   # until then families find nothing of it`,
          ]),
      `  npm run -s upstream -- admin create --email EMAIL --jurisdiction ${made.slug}`,
    ];
    terminal.err(`Next:\n${steps.join("\n")}\n`);
  });
}
