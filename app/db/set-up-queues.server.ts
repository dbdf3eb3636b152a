import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type pg from "pg";
import type { Queue } from "pg-boss";
import { type Jobs, mailRetries } from "./job-queue.server";

/** A dead letter keeps what could not be done after its last try. */
const queues: Record<keyof Jobs, Omit<Queue, "name">> = {
  mail: {
    retryLimit: mailRetries,
    retryDelay: 30,
    retryBackoff: true,
    deadLetter: "mail_dead",
    notify: true,
    expireInSeconds: 120,
  },
  "compute-measures": { policy: "short", retryLimit: 1, notify: true, expireInSeconds: 3_600 },
  "link-persons": { policy: "short", retryLimit: 2, notify: true, expireInSeconds: 3_600 },
  "first-contact": { policy: "short", retryLimit: 2, notify: true, expireInSeconds: 600 },
  "import-directory": { retryLimit: 1, notify: true, expireInSeconds: 7_200 },
  "import-records": { retryLimit: 1, notify: true, expireInSeconds: 14_400 },
  "listing-checks": { policy: "short", retryLimit: 2, notify: true, expireInSeconds: 600 },
  "rebuild-records": { policy: "short", retryLimit: 2, notify: true, expireInSeconds: 14_400 },
  "referral-clocks": { policy: "short", retryLimit: 2, notify: true, expireInSeconds: 600 },
  "watch-records": { policy: "short", retryLimit: 0, notify: true, expireInSeconds: 14_400 },
  retention: { policy: "short", retryLimit: 2, notify: true, expireInSeconds: 900 },
  "directory-upkeep": { policy: "short", retryLimit: 2, notify: true, expireInSeconds: 900 },
};

const grants = `
  grant usage on schema pgboss to upstream_app;
  revoke all on all tables in schema pgboss from upstream_app;
  grant select, insert on all tables in schema pgboss to upstream_app;
  grant select, insert, update, delete on all tables in schema pgboss to upstream_worker;
  grant usage, select on all sequences in schema pgboss to upstream_app;
  grant execute on all functions in schema pgboss to upstream_app;
  alter default privileges in schema pgboss grant select, insert, update, delete on tables to upstream_worker;`;

/** Whoever sends statements as the owner. */
export interface QueueOwner {
  query<R extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<pg.QueryResult<R>>;
}

/** What this set-up would make: remembered as the schema's comment, so that a later start can pass by. */
function wantedMark(): string {
  const { version } = JSON.parse(readFileSync("node_modules/pg-boss/package.json", "utf8")) as {
    version: string;
  };
  return createHash("sha256")
    .update(JSON.stringify([version, queues, grants]))
    .digest("hex")
    .slice(0, 32);
}

async function readMark(owner: QueueOwner): Promise<string | null> {
  const found = await owner.query<{ mark: string | null }>(
    "select obj_description(oid, 'pg_namespace') as mark from pg_namespace where nspname = 'pgboss'",
  );
  return found.rows[0]?.mark ?? null;
}

/**
 * Makes or updates the schema pgboss and the portal's queues, as the owner: pages send jobs, the worker works on them.
 * Repeating it changes nothing.
 */
export async function setUpQueues(owner: QueueOwner): Promise<void> {
  const mark = wantedMark();
  if ((await readMark(owner)) === mark) return;
  const { PgBoss } = await import("pg-boss");
  const boss = new PgBoss({
    db: { executeSql: (text: string, values?: unknown[]) => owner.query(text, values) },
    supervise: false,
    schedule: false,
  });
  boss.on("error", () => undefined);
  await boss.start();
  try {
    await boss.createQueue("mail_dead", {});
    for (const [name, options] of Object.entries(queues)) await boss.createQueue(name, options);
    await owner.query(grants);
    await owner.query(`comment on schema pgboss is '${mark}'`);
  } finally {
    await boss.stop({ graceful: false });
  }
}
