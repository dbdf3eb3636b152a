import type pg from "pg";
import { Gauge, Registry } from "prom-client";

type Row = { name: string; state: string; count: number };

/** Jobs by queue and state, and mails by state, over all counties: read anew each time, for the database is one. */
export async function readBacklog(pool: pg.Pool): Promise<string> {
  const registry = new Registry();
  const jobs = new Gauge({
    name: "upstream_jobs",
    help: "Jobs of each queue by state",
    labelNames: ["queue", "state"],
    registers: [registry],
  });
  const mails = new Gauge({
    name: "upstream_outbox_messages",
    help: "Mails by state: pending and sending wait, failed are given up",
    labelNames: ["state"],
    registers: [registry],
  });
  const waiting = await pool.query<Row>(
    "select name, state::text, count(*)::int as count from pgboss.job group by name, state",
  );
  for (const { name, state, count } of waiting.rows) jobs.set({ queue: name, state }, count);
  const { rows } = await pool.query<Omit<Row, "name">>("select state, count from count_outbox()");
  for (const { state, count } of rows) mails.set({ state }, count);
  return registry.metrics();
}
