import { mkdirSync } from "node:fs";
import { env } from "~/env.server";
import { demoPassword, demoSignIns } from "../prisma/seeds/demo-people";
import { keepSecret } from "./keep-secret";
import { markStory } from "./mark-story";
import { prepareDatabase, type PreparedDatabase } from "./prepare-database";
import { runProcess, type RunningProcess } from "./run-process";

export interface SuperviseOptions {
  /** No story: one jurisdiction named "default". */
  empty: boolean;
  /** How each process is started: Node flags and file. */
  commands: { web: string[]; worker: string[]; seed: string[] };
  development: boolean;
}

const settings = env();
const running: RunningProcess[] = [];
let database: PreparedDatabase | undefined;
let leaving: Promise<void> | undefined;

/** Web and worker first, the database last; all within 10 seconds. */
function leave(code: number): Promise<void> {
  leaving ??= (async () => {
    await Promise.all(running.map((process) => process.stop(4_500)));
    await database?.own?.stop();
    process.exit(code);
  })();
  return leaving;
}

/** npm does not always pass a signal on: when the process that started us is gone, so are we. */
function watchParent(): void {
  const parent = process.ppid;
  if (!process.env["npm_lifecycle_event"]) return;
  setInterval(() => process.ppid !== parent && void leave(0), 300).unref();
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

/** A process that ends by itself is started again, but not for ever. */
function keepRunning(command: string[], childEnvironment: NodeJS.ProcessEnv, losses = 0): RunningProcess {
  const since = Date.now();
  const child = runProcess({
    command,
    env: childEnvironment,
    onLost: (code) => {
      if (leaving) return;
      const soFar = Date.now() - since > 60_000 ? 0 : losses + 1;
      console.error(`${command.at(-1)} ended (${code ?? "killed"}).`);
      running.splice(running.indexOf(child), 1);
      if (soFar > 5) return void leave(1);
      setTimeout(() => !leaving && keepRunning(command, childEnvironment, soFar), 500 * soFar);
    },
  });
  child.ready.catch(() => undefined);
  running.push(child);
  return child;
}

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
  const child = runProcess({
    command: commands.seed,
    env: childEnv(from.url, demo, development),
    onLost: () => undefined,
  });
  running.push(child);
  await child.ready;
  await child.stop(1_000);
  running.splice(running.indexOf(child), 1);
  if (demo) markStory(settings.DATA_FOLDER, "told");
  return demo;
}

/** Runs the portal: database, web, worker; answers when it serves. Ends the process when it stops. */
export async function supervise(options: SuperviseOptions): Promise<void> {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void leave(0));
  watchParent();
  try {
    database = await prepareDatabase(settings);
    const demo = await fill(database, options);
    const environment = childEnv(database.url, demo, options.development);
    const web = keepRunning(options.commands.web, environment);
    const worker = keepRunning(options.commands.worker, environment);
    const [port] = await Promise.all([web.ready, worker.ready]);
    printWelcome(Number(port), demo);
  } catch (error) {
    if (leaving) return;
    console.error(error instanceof Error ? error.message : error);
    await leave(1);
  }
}
