import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { env } from "~/env.server";
import { demoPassword, demoSignIns } from "../prisma/seeds/demo-people";
import { followProcess } from "./follow-process";
import { keepRunning, type KeptProcess } from "./keep-running";
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

function childEnv(url: string, demo: boolean, development: boolean): NodeJS.ProcessEnv {
  mkdirSync(settings.DATA_FOLDER, { recursive: true });
  return {
    ...process.env,
    NODE_ENV: development ? "development" : "production",
    DATABASE_URL: url,
    SESSION_SECRET: settings.SESSION_SECRET ?? keepSecret(settings.DATA_FOLDER),
    UPSTREAM_DEMO: demo ? "1" : "0",
  };
}

const start = (command: string[], environment: NodeJS.ProcessEnv) =>
  followProcess(
    spawn(process.execPath, command, { env: environment, stdio: ["ignore", "inherit", "inherit", "ipc"] }),
    command.at(-1) ?? "",
  );

function printWelcome(port: number, demo: boolean): void {
  const address = settings.PUBLIC_ORIGIN ?? `http://localhost:${port}`;
  const lines = [`Upstream is at ${address}`];
  if (demo && demoSignIns.length > 0) {
    const width = Math.max(...demoSignIns.map((person) => person.email.length));
    lines.push("", `Demo sign-ins (password ${demoPassword}; the code: npm run -s upstream -- code EMAIL)`);
    for (const { email, does } of demoSignIns) lines.push(`  ${email.padEnd(width)}  ${does}`);
  }
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
  const child = start(commands.seed, childEnv(from.url, demo, development));
  running.push(child);
  await child.ready;
  await child.stop(1_000);
  if (demo) markStory(settings.DATA_FOLDER, "told");
  return demo;
}

/** Runs the portal: database, web, worker; answers when it serves. Ends the process when it stops. */
export async function supervise({ commands, development, ...options }: SuperviseOptions): Promise<void> {
  const departure = leaveInOrder(finish, 10_000);
  watchParent(departure);
  try {
    preparing = prepareDatabase(settings);
    const database = await preparing;
    if (departure.hasBegun()) return;
    const demo = await fill(database, { commands, development, ...options });
    const environment = childEnv(database.url, demo, development);
    const keep = (command: string[]) => {
      const kept = keepRunning(
        command.at(-1) ?? "",
        () => start(command, environment),
        () => departure.leave(1),
      );
      running.push(kept);
      return kept;
    };
    const [web, worker] = [keep(commands.web), keep(commands.worker)];
    const [port] = await Promise.all([web.ready, worker.ready]);
    printWelcome(Number(port), demo);
  } catch (error) {
    if (departure.hasBegun()) return;
    console.error(error instanceof Error ? error.message : error);
    departure.leave(1);
  }
}
