import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import path from "node:path";
import { refuseHalfRestore } from "~/db/backup/place-files";
import { storageFault } from "~/db/storage-fault";
import { env } from "~/env.server";
import { demoPassword, demoSignIns } from "../prisma/seeds/demo-people";
import { followProcess } from "./follow-process";
import { keepRunning, type KeptProcess } from "./keep-running";
import { keepAddress } from "~/auth/keep-address";
import { keepSecret } from "~/auth/keep-secret";
import { type Departure, leaveInOrder } from "./leave-in-order";
import { markStory } from "./mark-story";
import { prepareDatabase, type PreparedDatabase } from "./prepare-database";

export interface SuperviseOptions {
  /** No story: one jurisdiction named "default". */
  empty: boolean;
  /** How each process is started: Node flags and file. */
  commands: { web: string[]; worker: string[]; seed: string[] };
  development: boolean;
}

const settings = env();
const running: KeptProcess[] = [];
let preparing: Promise<PreparedDatabase> | undefined;

/** Web and worker first, the database last; all within 10 seconds. */
async function finish(): Promise<void> {
  await Promise.all(running.map((process) => process.stop(4_500)));
  const database = await preparing?.catch(() => undefined);
  await database?.own?.stop();
}

/** npm does not always pass a signal on: when the process that started us is gone, so are we. */
function watchParent({ leave }: Departure): void {
  const parent = process.ppid;
  if (!process.env["npm_lifecycle_event"]) return;
  setInterval(() => process.ppid !== parent && leave(), 300).unref();
}

function secretOf(): string {
  mkdirSync(settings.DATA_FOLDER, { recursive: true });
  return settings.SESSION_SECRET ?? keepSecret(settings.DATA_FOLDER);
}

function childEnv(url: string, demo: boolean, development: boolean): NodeJS.ProcessEnv {
  // The owner's address and the other login's stay here.
  const { WEB_DATABASE_URL: _web, WORKER_DATABASE_URL: _worker, ...given } = process.env;
  return {
    ...given,
    NODE_ENV: development ? "development" : "production",
    DATABASE_URL: url,
    SESSION_SECRET: secretOf(),
    UPSTREAM_DEMO: demo ? "1" : "0",
  };
}

const start = (command: string[], environment: NodeJS.ProcessEnv) =>
  followProcess(
    spawn(process.execPath, command, { env: environment, stdio: ["ignore", "inherit", "inherit", "ipc"] }),
    command.at(-1) ?? "",
  );

function printWelcome(port: number, demo: boolean, hasAdministrator: boolean): void {
  const address = settings.PUBLIC_ORIGIN ?? `http://localhost:${port}`;
  keepAddress(settings.DATA_FOLDER, address);
  const lines = [`Upstream is at ${address}`];
  if (demo && demoSignIns.length > 0) {
    const width = Math.max(...demoSignIns.map((person) => person.email.length));
    lines.push("", `Demo sign-ins (password ${demoPassword}; the code: npm run -s upstream -- code EMAIL)`);
    for (const { email, does } of demoSignIns) lines.push(`  ${email.padEnd(width)}  ${does}`);
  }
  if (!demo && !hasAdministrator)
    lines.push(
      "",
      "Nobody can sign in yet. This prints the link of the first administrator, with the settings that the portal has:",
      "  npm run -s upstream -- admin create --email EMAIL",
    );
  console.log([...lines, "", "Ctrl-C stops everything."].join("\n"));
}

/** Fills an empty database, in a process of its own. Answers whether the told story is in it. */
async function fill(
  from: PreparedDatabase,
  { empty, commands, development }: SuperviseOptions,
): Promise<boolean> {
  if (!from.isEmpty) return from.hasStory;
  const demo = from.own !== null && !empty;
  if (demo) markStory(settings.DATA_FOLDER, "begun");
  const child = start(commands.seed, childEnv(from.logins.worker, demo, development));
  running.push(child);
  await child.ready;
  await child.stop(1_000);
  if (demo) markStory(settings.DATA_FOLDER, "told");
  return demo;
}

const wordsOf = (error: unknown) => (error instanceof Error ? error.message : error);

/** Runs the portal: database, web, worker; answers when it serves. Ends the process when it stops. */
export async function supervise({ commands, development, ...options }: SuperviseOptions): Promise<void> {
  const departure = leaveInOrder(finish, 10_000);
  watchParent(departure);
  try {
    refuseHalfRestore(settings.DATA_FOLDER);
    preparing = prepareDatabase(settings, secretOf());
    const database = await preparing;
    if (departure.hasBegun()) return;
    const demo = await fill(database, { commands, development, ...options });
    const keep = (command: string[], url: string) => {
      const environment = childEnv(url, demo, development);
      const kept = keepRunning(
        command.at(-1) ?? "",
        () => start(command, environment),
        () => departure.leave(1),
      );
      running.push(kept);
      return kept;
    };
    const web = keep(commands.web, database.logins.web);
    const worker = keep(commands.worker, database.logins.worker);
    const [port] = await Promise.all([web.ready, worker.ready]);
    printWelcome(Number(port), demo, database.hasAdministrator);
  } catch (error) {
    if (departure.hasBegun()) return;
    const said = storageFault(error, path.resolve(settings.DATA_FOLDER));
    console.error(said ? `The portal cannot keep its data. ${said}.` : wordsOf(error));
    departure.leave(1);
  }
}
