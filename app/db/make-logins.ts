import { createHash, createHmac, pbkdf2Sync, randomBytes } from "node:crypto";
import pg from "pg";

/** Addresses of one database: each logs in as a role that owns nothing and may become one role alone. */
export interface Logins {
  web: string;
  worker: string;
}

const roles = { web: "upstream_app", worker: "upstream_worker" } as const;
/** Any number; two portals that start at once on one database make its logins one after the other. */
const loginLock = 7_310_216;

/** What PostgreSQL keeps of a password (RFC 5803), so that the password itself stands in no statement and no log. */
function verifierOf(password: string): string {
  const salt = randomBytes(16);
  const rounds = 4096;
  const salted = pbkdf2Sync(password, salt, rounds, 32, "sha256");
  const keyOf = (what: string) => createHmac("sha256", salted).update(what).digest();
  const stored = createHash("sha256").update(keyOf("Client Key")).digest("base64");
  return `SCRAM-SHA-256$${rounds}:${salt.toString("base64")}$${stored}:${keyOf("Server Key").toString("base64")}`;
}

/** The login's address. Its password follows from the owner's and the portal's secret: every replica finds the same. */
function addressOf(ownerUrl: string, login: string, secret: string): URL {
  const url = new URL(ownerUrl);
  const key = createHash("sha256").update(`${secret}\n${url.password}`).digest();
  url.username = encodeURIComponent(login);
  url.password = createHmac("sha256", key).update(login).digest("hex");
  return url;
}

async function makeLogin(owner: pg.Client, url: URL, role: string): Promise<void> {
  const login = decodeURIComponent(url.username);
  const name = owner.escapeIdentifier(login);
  const found = await owner.query("select 1 from pg_roles where rolname = $1", [login]);
  if (found.rowCount === 0) await owner.query(`create role ${name} login noinherit in role ${role}`);
  const verifier = owner.escapeLiteral(verifierOf(url.password));
  await owner.query(`alter role ${name} login noinherit password ${verifier}`);
}

async function tryLogin(url: URL, role: string): Promise<void> {
  const client = new pg.Client({ connectionString: url.href, options: `-c role=${role}` });
  await client.connect();
  await client.end();
}

/**
 * Makes the two logins that pages and jobs use, as the owner at `ownerUrl`; repeating it changes nothing but the salt of their
 * passwords. Throws, saying what to do, where the owner may not make roles or the server does not let them in.
 */
export async function makeLogins(ownerUrl: string, secret: string): Promise<Logins> {
  const database = decodeURIComponent(new URL(ownerUrl).pathname.slice(1));
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query("select pg_advisory_lock($1)", [loginLock]);
    const made = {} as Record<keyof Logins, string>;
    for (const kind of ["web", "worker"] as const) {
      const url = addressOf(ownerUrl, `${kind}_of_${database}`.slice(0, 63), secret);
      await makeLogin(owner, url, roles[kind]);
      await tryLogin(url, roles[kind]);
      made[kind] = url.href;
    }
    return made;
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    throw new Error(
      `The portal's own logins could not be made on the database (${said}). Let the login of DATABASE_URL make roles, or make two yourself and set WEB_DATABASE_URL and WORKER_DATABASE_URL (docs/operations.md).`,
    );
  } finally {
    await owner.end();
  }
}
