import { currentCode } from "~/auth/current-code.server";
import { systemClock } from "~/domain/kernel/clock";
import { keepSecret } from "~/auth/keep-secret";
import { readCommandWords, type Terminal, Unusable } from "./command-words";
import { openDatabaseOf } from "./open-portal";

/** `upstream code EMAIL`: the second step's code of a demo person, on the portal's own database only. */
export async function code(typed: string[], terminal: Terminal): Promise<void> {
  const [email] = readCommandWords(typed, {}).positionals;
  if (!email) throw new Unusable("usage: npm run -s upstream -- code EMAIL");
  const settings = terminal.settings();
  if (settings.DATABASE_URL)
    throw new Unusable("Codes are shown only for the portal's own database: DATABASE_URL is set.");
  await openDatabaseOf(terminal, async () => {
    const secret = settings.SESSION_SECRET ?? keepSecret(settings.DATA_FOLDER);
    const found = await currentCode(email, { now: systemClock.now(), secret });
    if (!found) throw new Unusable("Nobody with that address has a second step.");
    terminal.out(`${found.code}\n`);
    terminal.err(`Good for ${found.secondsLeft} seconds, once.\n`);
  });
}
