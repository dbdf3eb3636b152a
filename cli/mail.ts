import { existsSync, statSync } from "node:fs";
import path from "node:path";
import { mailLeaves } from "~/notify/mail-leaves.server";
import { readMailsTo } from "~/notify/read-mails-to.server";
import { readCommandWords, type Terminal, Unusable } from "./command-words";
import { asCommand, openPortal } from "./open-portal";
import { usePortalSettings } from "./use-portal-settings";

/** Links are made of the portal's key: of mails older than the key they come out otherwise than they were. */
function keyMadeAt(folder: string): Date | null {
  const file = path.resolve(folder, "secret");
  return existsSync(file) ? statSync(file).mtime : null;
}

/** `upstream mail EMAIL`: the latest mails to an address with their private links, while no mail service carries them. */
export async function mail(typed: string[], terminal: Terminal): Promise<void> {
  const { positionals, values } = readCommandWords(typed, { jurisdiction: { type: "string" } });
  const [email] = positionals;
  if (!email) throw new Unusable("usage: npm run -s upstream -- mail EMAIL [--jurisdiction SLUG]");
  const settings = terminal.settings();
  if (mailLeaves(settings))
    throw new Unusable("A mail service is set up: mails leave by it, and none is kept here.");
  usePortalSettings(terminal);
  await openPortal(terminal, values.jurisdiction, async (portal) => {
    const mails = await asCommand(portal, "mail", (ctx) => readMailsTo(ctx, { email }));
    if (mails.length === 0) throw new Unusable("No mail to that address is kept.");
    for (const one of mails)
      terminal.out(`${one.createdAt.toISOString()}  ${one.subject}\n\n${one.text}\n\n`);
    const since = keyMadeAt(settings.DATA_FOLDER);
    if (mails.some(({ createdAt }) => since && createdAt < since))
      terminal.err(
        `The secret was renewed on ${since?.toISOString() ?? ""}: links of mails from before cannot be shown any more, only those that were handed over before go on working. Invite again, or ask for a new link.\n`,
      );
    terminal.err(
      "Reading these links is on record in the audit. They act for the person they were sent to.\n",
    );
  });
}
