import { currentCode } from "~/auth/current-code.server";
import { connectDatabase } from "~/db/client.server";
import { reachDatabase } from "~/db/reach-database";
import { systemClock } from "~/domain/kernel/clock";
import { env } from "~/env.server";
import { keepSecret } from "~/auth/keep-secret";
import { readCommandWords, runCommand, Unusable } from "./command-words";

/** `upstream code EMAIL`: the second step's code of a demo person, on the portal's own database only. */
await runCommand(async () => {
  const [email] = readCommandWords(process.argv.slice(2), [], []).words;
  if (!email) throw new Unusable("usage: npm run -s upstream -- code EMAIL");
  const settings = env();
  if (settings.DATABASE_URL)
    throw new Unusable("Codes are shown only for the portal's own database: DATABASE_URL is set.");
  const reached = await reachDatabase(settings);
  const database = connectDatabase(reached.url, 2);
  try {
    const secret = settings.SESSION_SECRET ?? keepSecret(settings.DATA_FOLDER);
    const found = await currentCode(email, { now: systemClock.now(), secret });
    if (!found) throw new Unusable("Nobody with that address has a second step.");
    process.stdout.write(`${found.code}\n`);
    process.stderr.write(`Good for ${found.secondsLeft} seconds, once.\n`);
  } finally {
    await database.close();
    await reached.release();
  }
});
